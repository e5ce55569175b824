import { NavLink } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { holdsRole } from '../../shared/domain/base/actor.ts';
import { useActor } from '../components/actor-context.tsx';
import { capabilities } from './capabilities.ts';

/** The capabilities of whoever is signed in, on the left. */
export function Navigation({ isClassroom }: { isClassroom: boolean }) {
  const { actor } = useActor();
  const [location] = useLocation();
  return capabilities.map(({ label, roles, navigation }) => {
    if (!navigation || !holdsRole(actor, roles) || (isClassroom && !navigation.atClassroom)) return null;
    const { path, icon: Picture } = navigation;
    return (
      <NavLink
        key={path}
        component={Link}
        href={path}
        label={label}
        active={path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)}
        leftSection={<Picture size={18} stroke={1.6} aria-hidden />}
      />
    );
  });
}
