import { IconClipboardHeart } from '@tabler/icons-react';
import type { Search } from '../../components/capability.ts';
import { listRuns } from '../../records/surveys/queries.ts';

/** Runs by title or class, and by the number on the form that somebody holds. */
export const search: Search = {
  place: 9,
  async find(database, wanted, limit) {
    const found = (await listRuns(database)).filter(
      ({ title, classTitle, formCode }) =>
        title.includes(wanted) || classTitle.includes(wanted) || formCode === wanted,
    );
    return found.slice(0, limit).map(({ id, title, classTitle }) => ({
      key: id,
      to: `/survey-runs/${id}`,
      icon: IconClipboardHeart,
      name: title,
      about: `评估　${classTitle}`,
    }));
  },
};
