"""Looks with other engines at papers, certificates and ledgers: python3 verify.py FOLDER [LEDGER.beancount …]"""
import glob
import os
import sys

try:
    import pikepdf
    from beancount import loader
    from pyhanko.keys import load_certs_from_pemder
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext
except ImportError as missing:
    sys.exit(f"缺少 / missing: {missing.name}\npip install pikepdf pyhanko beancount")

folder, *ledgers = sys.argv[1:]
wrong = []


def check(name, holds, what):
    if not holds:
        wrong.append(f"{name}: {what}")


def paper(path):
    name = os.path.basename(path)
    standard = name.split(" ")[0]
    with pikepdf.open(path) as pdf:
        for problem in pdf.check_pdf_syntax() if hasattr(pdf, "check_pdf_syntax") else pdf.check():
            check(name, False, problem)
        for page in pdf.pages:
            size = [float(side) for side in page.mediabox]
            check(name, abs(size[2] - 595.3) < 1 and abs(size[3] - 841.9) < 1, f"is not A4: {size}")
        if standard == "bound":
            return len(pdf.pages)
        check(name, "/StructTreeRoot" in pdf.Root and bool(pdf.Root.MarkInfo.Marked), "is not tagged")
        check(name, str(pdf.Root.Lang).startswith("zh"), "has no language")
        with pdf.open_metadata() as about:
            if standard == "ua-1":
                check(name, about.get("pdfuaid:part") == "1", "is no PDF/UA-1")
            else:
                check(name, (about.get("pdfaid:part"), about.get("pdfaid:conformance")) == ("2", "A"), "is no PDF/A-2a")
        embedded = 0
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                embedded += 1
                check(name, any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3")), "a font is not embedded")
        check(name, embedded > 0, "has no font")
        return len(pdf.pages)


def certificate(path, roots):
    name = os.path.basename(path)
    with open(path, "rb") as file:
        signatures = PdfFileReader(file).embedded_signatures
        check(name, len(signatures) == 1, f"{len(signatures)} signatures")
        for signature in signatures:
            context = ValidationContext(trust_roots=roots, allow_fetching=False)
            status = validate_pdf_signature(signature, context)
            check(name, status.bottom_line, status.pretty_print_details())
            check(name, signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached", "is not PAdES")
            check(name, status.coverage.name == "ENTIRE_FILE", "does not cover the whole file")


def ledger(path):
    entries, errors, _ = loader.load_file(path)
    for error in errors:
        check(os.path.basename(path), False, error.message)
    return len(entries)


papers = sorted(glob.glob(os.path.join(folder, "*.pdf")))
pages = sum(paper(path) for path in papers)
roots = list(load_certs_from_pemder([os.path.join(folder, "paper-certificates.pem")]))
signed = [path for path in papers if os.path.basename(path).startswith("signed ")]
for path in signed:
    certificate(path, roots)
print(f"pikepdf: {len(papers)} 种文书 / kinds of paper, {pages} 页 / pages")
print(f"pyhanko: {len(signed)} 份签名 / signed")
for path in ledgers:
    print(f"beancount: {path}: {ledger(path)} 条 / entries")
if wrong:
    sys.exit("\n".join(f"✗ {one}" for one in wrong))
print("全部有效 / everything is valid")
