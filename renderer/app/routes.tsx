import { IconError404 } from '@tabler/icons-react';
import { Route, Switch } from 'wouter';
import { EmptyState } from '../components/empty-state.tsx';
import { AccountsPage } from '../features/accounts/index.ts';
import { ShelfPage } from '../features/archives/index.ts';
import { AttendancePage } from '../features/attendance/index.ts';
import { BackupsPage } from '../features/backups/index.ts';
import { SettingsPage } from '../features/base/index.ts';
import { CertificatesPage } from '../features/certificates/index.ts';
import { ClassesPage } from '../features/classes/index.ts';
import { CompliancePage } from '../features/compliance/index.ts';
import { CoursesPage } from '../features/courses/index.ts';
import { DesignerPage, DesignsPage } from '../features/designs/index.ts';
import { DisclosurePage } from '../features/disclosure/index.ts';
import { EmployersPage } from '../features/employers/index.ts';
import { FeesPage } from '../features/fees/index.ts';
import { ClassroomPage } from '../features/handovers/index.ts';
import { HistoryPage } from '../features/history/index.ts';
import { LearnersPage, RosterImport } from '../features/learners/index.ts';
import { MeansPage } from '../features/means/index.ts';
import { OutsideHoursPage, OutsideImportPage } from '../features/outside-hours/index.ts';
import { PlanPage } from '../features/plan/index.ts';
import { StatisticsPage } from '../features/statistics/index.ts';
import { BuilderPage, PilePage, RunPage, SurveysPage } from '../features/surveys/index.ts';
import { TimetablePage } from '../features/timetable/index.ts';
import { TodayPage } from '../features/today/index.ts';
import { TrainersPage } from '../features/trainers/index.ts';
import { TranscriptsPage } from '../features/transcripts/index.ts';
import { EmployerYearPage } from '../features/yearly-hours/index.ts';
import { ClassPage } from './class-page.tsx';
import { undoEntry } from './commands.ts';

/** Which page lives where. */
export function Routes({ isClassroom }: { isClassroom: boolean }) {
  return (
    <Switch>
      <Route path="/" component={isClassroom ? ClassroomPage : TodayPage} />
      <Route path="/learners" component={LearnersPage} />
      <Route path="/learners/import">
        <RosterImport />
      </Route>
      <Route path="/employers" component={EmployersPage} />
      <Route path="/employers/:employerId">
        {({ employerId }) => <EmployerYearPage employerId={employerId === 'all' ? null : employerId} />}
      </Route>
      <Route path="/outside-hours" component={OutsideHoursPage} />
      <Route path="/outside-hours/import" component={OutsideImportPage} />
      <Route path="/plan" component={PlanPage} />
      <Route path="/disclosure" component={DisclosurePage} />
      <Route path="/fees" component={FeesPage} />
      <Route path="/timetable" component={TimetablePage} />
      <Route path="/trainers" component={TrainersPage} />
      <Route path="/means" component={MeansPage} />
      <Route path="/archives" component={ShelfPage} />
      <Route path="/compliance" component={CompliancePage} />
      <Route path="/statistics" component={StatisticsPage} />
      <Route path="/transcripts" component={TranscriptsPage} />
      <Route path="/surveys" component={SurveysPage} />
      <Route path="/surveys/forms/:surveyId">{({ surveyId }) => <BuilderPage surveyId={surveyId} />}</Route>
      <Route path="/survey-runs/:runId">{({ runId }) => <RunPage runId={runId} />}</Route>
      <Route path="/survey-runs/:runId/piles/:pileId">
        {({ runId, pileId }) => <PilePage runId={runId} pileId={pileId} />}
      </Route>
      <Route path="/courses" component={CoursesPage} />
      <Route path="/classes" component={ClassesPage} />
      <Route path="/classes/:classId/:tab?">
        {({ classId, tab }) => <ClassPage classId={classId} tab={tab ?? 'timetable'} />}
      </Route>
      <Route path="/sessions/:sessionId">{({ sessionId }) => <AttendancePage sessionId={sessionId} />}</Route>
      <Route path="/certificates" component={CertificatesPage} />
      <Route path="/certificate-designs" component={DesignsPage} />
      <Route path="/certificate-designs/:designId">
        {({ designId }) => <DesignerPage designId={designId} />}
      </Route>
      <Route path="/settings" component={SettingsPage} />
      <Route path="/backups" component={BackupsPage} />
      <Route path="/history">
        <HistoryPage undoEntry={undoEntry} />
      </Route>
      <Route path="/accounts" component={AccountsPage} />
      <Route>
        <EmptyState icon={IconError404} title="没有这个页面" hint="请从左边选择要做的事。" />
      </Route>
    </Switch>
  );
}
