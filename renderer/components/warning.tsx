import { Alert, type AlertProps } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** What stands in the way and wants to be mended; dark enough on white for AA. */
export function Warning(props: Omit<AlertProps, 'variant' | 'color' | 'icon'>) {
  return <Alert variant="outline" color="#b93815" icon={<IconAlertTriangle aria-hidden />} {...props} />;
}
