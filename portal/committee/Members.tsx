import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { emptySeats, isSeated } from '../../rules/committee/seats.js';
import { answer, api } from '../api/client.js';
import { Label } from '../components/Label.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { committee as area } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { DeputyChoice } from './DeputyChoice.js';
import { COMMITTEE, type Committee } from './queries.js';
import { useSpecialtyNames } from './useSpecialtyNames.js';

interface Props {
  readonly campaignId: string;
  readonly committee: Committee;
  /** the chair can be appointed here */
  readonly choosing: boolean;
}
type Member = Committee['members'][number];

/** The members of one committee, the substitutes and their answers; the office appoints the chair. */
export function Members({ campaignId, committee, choosing: mayChoose }: Props) {
  const t = useLabels(area);
  const client = useQueryClient();
  const choosing = useMutation({
    mutationFn: (expertId: string) =>
      answer(
        api.PUT('/api/campaigns/{id}/committees/{committee}/chair', {
          params: { path: { id: campaignId, committee: committee.code } },
          body: { expertId },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [COMMITTEE] }),
  });
  const members = committee.members.filter(({ position }) => position === 'member');
  const alternates = committee.members.filter(({ position }) => position === 'alternate');
  return (
    <Panel title={<span lang="zh-CN">{committee.name}</span>}>
      {members.length === 0 ? <p className="quiet">{t('noMembers')}</p> : null}
      {members.length === 0 ? null : <h3>{t('members', { n: committee.seated })}</h3>}
      <EmptySeats campaignId={campaignId} committee={committee} choosing={mayChoose} />
      <ol className="lines">
        {members.map((member) => (
          <Line key={member.expertId} campaignId={campaignId} member={member}>
            {mayChoose && isSeated(member) && !member.isChair ? (
              <Popconfirm
                title={t('confirmMakeChair', { name: member.name })}
                okText={t('makeChair')}
                onConfirm={() => choosing.mutateAsync(member.expertId).catch(() => undefined)}
              >
                <Button size="small">
                  {t('makeChair')}
                  <span className="visuallyHidden">：{member.name}</span>
                </Button>
              </Popconfirm>
            ) : null}
            {mayChoose && isSeated(member) && !member.isChair && !member.isDeputy ? (
              <DeputyChoice campaignId={campaignId} committee={committee} member={member} />
            ) : null}
          </Line>
        ))}
      </ol>
      {alternates.length === 0 ? null : <h3>{t('alternates')}</h3>}
      <ol className="lines">
        {alternates.map((member) => (
          <Line key={member.expertId} campaignId={campaignId} member={member} />
        ))}
      </ol>
      {choosing.error === null ? null : <Problem error={choosing.error} />}
    </Panel>
  );
}

/** Seats without a substitute, with a link to the supplementary draw. */
function EmptySeats({ campaignId, committee, choosing }: Props) {
  const t = useLabels(area);
  const nameOf = useSpecialtyNames(campaignId);
  return emptySeats(committee.members).map(({ specialty, count }) => (
    <Alert
      key={specialty}
      type="warning"
      showIcon
      style={{ marginBlockEnd: 12 }}
      title={t('emptySeats', { specialty: nameOf(specialty), n: count })}
      description={
        <>
          {t('emptySeatsMore')} {choosing ? <Link to="/office/draw">{t('supplement')}</Link> : null}
        </>
      }
    />
  ));
}

interface LineProps {
  readonly campaignId: string;
  readonly member: Member;
  readonly children?: React.ReactNode;
}

function Line({ campaignId, member, children }: LineProps) {
  const t = useLabels(area);
  const nameOf = useSpecialtyNames(campaignId);
  const { name, specialty, ordinal, isChair, isDeputy, invitation } = member;
  const gone = !isSeated({ ...member, position: 'member' });
  return (
    <li>
      <span>
        <span className="quiet numbers">{ordinal}</span> <strong lang="zh-CN">{name}</strong>{' '}
        <span lang="zh-CN">{nameOf(specialty)}</span>{' '}
        {isChair || isDeputy ? <Label>{t(isChair ? 'chair' : 'deputy')}</Label> : null}{' '}
        {gone ? (
          <Label tone="over">{t(`invitation_${invitation}`)}</Label>
        ) : (
          <Label>{t(`invitation_${invitation}`)}</Label>
        )}
      </span>
      {children}
    </li>
  );
}
