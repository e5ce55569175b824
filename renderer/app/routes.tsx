import { Center, Loader } from '@mantine/core';
import { IconError404, IconLock } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { holdsRole } from '../../shared/domain/base/actor.ts';
import { useActor } from '../components/actor-context.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { capabilities, theOnly } from './capabilities.ts';

const pages = capabilities.flatMap(({ pages: own = [], roles }) =>
  own.map((page) => ({ ...page, roles: page.roles ?? roles })),
);
const ClassroomHome = theOnly('classroomHome');

const notAllowed = (
  <EmptyState
    icon={IconLock}
    title="您的身份不能打开这一页"
    hint="请从左边选择要做的事，或请管理员在“账号”里调整身份。"
  />
);

/** Which page lives where, and who may open it. */
export function Routes({ isClassroom }: { isClassroom: boolean }) {
  const { actor } = useActor();
  return (
    <Suspense
      fallback={
        <Center h="100%">
          <Loader aria-label="正在打开" />
        </Center>
      }
    >
      <Switch>
        {isClassroom && <Route path="/" component={ClassroomHome} />}
        {pages.map(({ path, roles, render }) => (
          <Route key={path} path={path}>
            {(params) => (holdsRole(actor, roles) ? render(params) : notAllowed)}
          </Route>
        ))}
        <Route>
          <EmptyState icon={IconError404} title="没有这个页面" hint="请从左边选择要做的事。" />
        </Route>
      </Switch>
    </Suspense>
  );
}
