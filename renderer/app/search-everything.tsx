import { Group, Text } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import {
  IconArchive,
  IconBuilding,
  IconCertificate,
  IconClipboardHeart,
  IconFileCertificate,
  IconReceipt,
  IconSchool,
  IconUser,
  IconUserStar,
} from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatFen } from '../../shared/domain/money.ts';
import { useHasRole } from '../components/actor-context.tsx';
import { useDatabase } from '../database/context.tsx';
import type { BaseDatabase } from '../database/schema.ts';
import { namedTrainers } from '../database/trainer-rows.ts';
import { useEmployerNames } from '../features/employers/index.ts';
import { findLearners } from '../features/learners/index.ts';
import { listRuns } from '../features/surveys/index.ts';

const limit = 8;

/** What only the administrator's pages show: trainers by name, volumes by number or class, surveys also by the form's number. */
async function searchArchives(database: BaseDatabase, wanted: string) {
  const trainers = (await namedTrainers(database)).filter(({ name }) => name.includes(wanted));
  const volumes = await database.rows.filings
    .filter(({ number, classTitle }) => number.toLowerCase().includes(wanted) || classTitle.includes(wanted))
    .limit(limit)
    .toArray();
  const runs = (await listRuns(database)).filter(
    ({ title, classTitle, formCode }) =>
      title.includes(wanted) || classTitle.includes(wanted) || formCode === wanted,
  );
  return { trainers: trainers.slice(0, limit), volumes, runs: runs.slice(0, limit) };
}

async function search(database: BaseDatabase, query: string, isAdministrator: boolean) {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') {
    return {
      learners: [],
      employers: [],
      classes: [],
      certificates: [],
      transcripts: [],
      receipts: [],
      trainers: [],
      volumes: [],
      runs: [],
    };
  }
  const { classes, certificates, employers, transcripts, receipts } = database.rows;
  const [learners, matching, issued, places, proven, paid] = await Promise.all([
    findLearners(database, wanted, limit),
    classes
      .filter((of) => of.title.toLowerCase().includes(wanted) || of.number.toLowerCase().includes(wanted))
      .limit(limit)
      .toArray(),
    certificates.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray(),
    employers
      .filter(({ name }) => name.includes(wanted))
      .limit(limit)
      .toArray(),
    transcripts.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray(),
    receipts.where('number').startsWithIgnoreCase(wanted).limit(limit).toArray(),
  ]);
  return {
    learners,
    classes: matching,
    certificates: issued,
    employers: places,
    transcripts: proven,
    receipts: paid,
    ...(isAdministrator ? await searchArchives(database, wanted) : { trainers: [], volumes: [], runs: [] }),
  };
}

/** One search for people, employers, classes, certificates, transcripts, receipts, trainers and volumes; Ctrl+K from anywhere. */
export function SearchEverything() {
  const { database } = useDatabase();
  const [query, setQuery] = useState('');
  const [, navigate] = useLocation();
  const employers = useEmployerNames();
  const isAdministrator = useHasRole(['administrator']);
  const found = useLiveQuery(
    () => search(database, query, isAdministrator),
    [database, query, isAdministrator],
  );
  const count = Object.values(found ?? {}).reduce((sum, list) => sum + list.length, 0);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      attributes={{ content: { 'aria-label': '搜索' } }}
    >
      <Spotlight.Search
        placeholder="姓名、拼音首字母、身份证尾号、单位、班名、教师，证书、收据、案卷的编号"
        aria-label="搜索一切"
      />
      <Spotlight.ActionsList>
        {found?.learners.map((learner) => (
          <Spotlight.Action key={learner.id} onClick={() => navigate(`/learners?open=${learner.id}`)}>
            <Group gap="sm">
              <IconUser size={18} aria-hidden />
              <Text>{learner.name}</Text>
              <Text size="sm" c="dimmed">
                尾号 {learner.lastFour}　{employers.get(learner.employerId ?? '') ?? ''}
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {found?.classes.map((of) => (
          <Spotlight.Action key={of.id} onClick={() => navigate(`/classes/${of.id}`)}>
            <Group gap="sm">
              <IconSchool size={18} aria-hidden />
              <Text>{of.title}</Text>
              <Text size="sm" c="dimmed">
                {of.number}
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {found?.employers.map(({ id, name }) => (
          <Spotlight.Action key={id} onClick={() => navigate(`/employers/${id}`)}>
            <Group gap="sm">
              <IconBuilding size={18} aria-hidden />
              <Text>{name}</Text>
            </Group>
          </Spotlight.Action>
        ))}
        {found?.transcripts.map(({ id, number, snapshot }) => (
          <Spotlight.Action key={id} onClick={() => navigate(`/transcripts?open=${id}`)}>
            <Group gap="sm">
              <IconFileCertificate size={18} aria-hidden />
              <Text>{number}</Text>
              <Text size="sm" c="dimmed">
                {snapshot.learnerName} {snapshot.year} 年学时证明
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {found?.receipts.map(({ id, number, partyName, totalFen }) => (
          <Spotlight.Action key={id} onClick={() => navigate(`/fees?part=receipts&open=${id}`)}>
            <Group gap="sm">
              <IconReceipt size={18} aria-hidden />
              <Text>{number}</Text>
              <Text size="sm" c="dimmed">
                {partyName} {formatFen(totalFen)} 元
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {found?.certificates.map((certificate) => (
          <Spotlight.Action
            key={certificate.id}
            onClick={() => navigate(`/certificates?open=${certificate.id}`)}
          >
            <Group gap="sm">
              <IconCertificate size={18} aria-hidden />
              <Text>{certificate.number}</Text>
              <Text size="sm" c="dimmed">
                {certificate.snapshot.learnerName}
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {found?.trainers.map(({ id, name, employerName }) => (
          <Spotlight.Action key={id} onClick={() => navigate(`/trainers?open=${id}`)}>
            <Group gap="sm">
              <IconUserStar size={18} aria-hidden />
              <Text>{name}</Text>
              <Text size="sm" c="dimmed">
                教师　{employerName}
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {found?.volumes.map(({ id, number, classTitle }) => (
          <Spotlight.Action key={id} onClick={() => navigate(`/archives?volume=${id}`)}>
            <Group gap="sm">
              <IconArchive size={18} aria-hidden />
              <Text>{number}</Text>
              <Text size="sm" c="dimmed">
                {classTitle} 案卷
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {found?.runs.map(({ id, title, classTitle }) => (
          <Spotlight.Action key={id} onClick={() => navigate(`/survey-runs/${id}`)}>
            <Group gap="sm">
              <IconClipboardHeart size={18} aria-hidden />
              <Text>{title}</Text>
              <Text size="sm" c="dimmed">
                评估　{classTitle}
              </Text>
            </Group>
          </Spotlight.Action>
        ))}
        {count === 0 && (
          <Spotlight.Empty>{query.trim() === '' ? '输入几个字开始搜索' : '没有找到'}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
