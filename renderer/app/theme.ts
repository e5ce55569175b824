import { createTheme } from '@mantine/core';

const systemChinese =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** The one look of the app: 14 px, compact, one accent. */
export const theme = createTheme({
  fontFamily: systemChinese,
  headings: { fontFamily: systemChinese },
  primaryColor: 'indigo',
  primaryShade: 8,
  defaultRadius: 'sm',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  components: {
    Table: { defaultProps: { verticalSpacing: 5, fz: 'md' } },
    Button: { defaultProps: { size: 'sm' } },
    // The list stays in sight beside its drawer.
    Drawer: {
      defaultProps: { closeButtonProps: { 'aria-label': '关闭' }, overlayProps: { backgroundOpacity: 0.12 } },
    },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': '关闭' } } },
    Text: { styles: { root: { '--mantine-color-dimmed': 'var(--mantine-color-gray-7)' } } },
  },
});
