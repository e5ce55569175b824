import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { type ShelfPart, shelfParts } from '../../../shared/domain/teaching/attachment.ts';
import { Page } from '../../components/page.tsx';
import { ShelfPartPanel } from './shelf-part-panel.tsx';
import { TeachingShelf } from './teaching-shelf.tsx';

/** The base's whole shelf in its six parts: what is there, what is missing, and the volumes of classes. */
export function ShelfPage() {
  const [parameters] = useSearchParams();
  const [part, setPart] = useState<ShelfPart>('teaching');
  return (
    <Page
      title="档案"
      subtitle="机构、管理人员、师资、办学条件、学员、教学六个部分（第21–23条），教学部分每班一卷"
    >
      <SegmentedControl
        mb="sm"
        aria-label="档案的部分"
        value={part}
        onChange={(value) => setPart(value as ShelfPart)}
        data={Object.entries(shelfParts).map(([value, label]) => ({ value, label }))}
      />
      {part === 'teaching' ? (
        <TeachingShelf initialVolume={parameters.get('volume')} />
      ) : (
        <ShelfPartPanel key={part} part={part} />
      )}
    </Page>
  );
}
