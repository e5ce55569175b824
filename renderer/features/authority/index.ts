export { AuthorityApp } from './authority-app.tsx';
