/** The name under which a file is uploaded: without slashes, its ending kept. */
export const fileNameOf = ({ name }: Pick<File, 'name'>): string => name.replaceAll(/[/\\]/g, ' ').slice(-200);
