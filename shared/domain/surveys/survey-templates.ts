import type { Audience, Question, SurveyContent, SurveySection } from './survey.ts';

const satisfied = ['很不满意', '不满意', '一般', '满意', '非常满意'];
const agreed = ['很不同意', '不同意', '一般', '同意', '非常同意'];
const good = ['很差', '较差', '一般', '较好', '很好'];

const always = { required: true, showIf: null } as const;
const optional = { required: false, showIf: null } as const;

function scales(prefix: string, labels: string[], titles: readonly string[]): Question[] {
  return titles.map((title, at) => ({ kind: 'scale', id: `${prefix}-${at + 1}`, title, labels, ...always }));
}

function choicesOf(titles: readonly string[]): { id: string; title: string }[] {
  return titles.map((title, at) => ({ id: `c${at + 1}`, title }));
}

const trainers: SurveySection = {
  id: 'trainers',
  title: '授课教师',
  questions: [
    {
      kind: 'matrix',
      id: 'teaching',
      title: '请为每位教师评分',
      labels: good,
      items: [
        { id: 'attitude', title: '教学态度' },
        { id: 'content', title: '授课内容' },
        { id: 'method', title: '教学方法' },
      ],
      ...always,
    },
  ],
};

const anonymous = '本问卷不记名，不记录填写的时间和先后，只看汇总结果。请不要写姓名。';

export interface SurveyTemplate {
  audience: Audience;
  /** What it is for, in one line. */
  purpose: string;
  content: SurveyContent;
}

/** Forms written for the measures (第24条: 培训效果评估表、满意度调查表), to be used as they are or changed. */
export const surveyTemplates: readonly SurveyTemplate[] = [
  {
    audience: 'learners',
    purpose: '结班时评价学到了什么、教得怎样',
    content: {
      title: '培训效果评估表',
      intro: `感谢参加本期培训。请根据实际感受填写，结果是制定下一年培训计划的依据。${anonymous}`,
      sections: [
        {
          id: 'effect',
          title: '培训效果',
          questions: [
            ...scales('effect', agreed, [
              '培训内容符合岗位需要',
              '学到了新理论、新知识、新技术、新方法',
              '所学能够用到工作中',
            ]),
            ...scales('arrangement', satisfied, ['学时和进度安排', '教材和资料', '考核方式']),
          ],
        },
        trainers,
        {
          id: 'needs',
          title: '意见和需求',
          questions: [
            {
              kind: 'single',
              id: 'again',
              title: '下一年是否愿意再参加同类培训',
              choices: choicesOf(['愿意', '视内容而定', '不愿意']),
              ...always,
            },
            {
              kind: 'text',
              id: 'why-not',
              title: '不愿意的原因',
              required: false,
              showIf: { questionId: 'again', anyOf: ['c3'] },
            },
            { kind: 'text', id: 'wanted', title: '希望下一年开设的培训内容', ...optional },
            { kind: 'text', id: 'advice', title: '意见和建议', ...optional },
          ],
        },
      ],
    },
  },
  {
    audience: 'learners',
    purpose: '两分钟填完，看组织、教学、场地和收费是否满意',
    content: {
      title: '学员满意度调查表',
      intro: `请在两分钟内填完。${anonymous}`,
      sections: [
        {
          id: 'satisfaction',
          title: '满意度',
          questions: [
            ...scales('satisfaction', satisfied, [
              '总体满意度',
              '课程内容',
              '教学水平',
              '教学组织和服务',
              '场地和设施',
              '收费公开透明',
            ]),
            {
              kind: 'number',
              id: 'recommend',
              title: '您有多大可能向同事推荐本基地（0 不可能，10 一定会）',
              least: 0,
              most: 10,
              ...always,
            },
            { kind: 'text', id: 'advice', title: '最需要改进的地方', ...optional },
          ],
        },
        trainers,
      ],
    },
  },
  {
    audience: 'employers',
    purpose: '培训过后问用人单位：用上了没有，还缺什么',
    content: {
      title: '用人单位回访表',
      intro: '贵单位有专业技术人员参加了本基地的培训。请根据他们培训后的工作情况填写。本表不署单位和姓名。',
      sections: [
        {
          id: 'change',
          title: '培训之后',
          questions: [
            ...scales('change', agreed, [
              '专业能力有提高',
              '所学用到了工作中',
              '工作效率或质量有改进',
              '培训安排兼顾了工作（第16条）',
            ]),
            ...scales('overall', satisfied, ['对本基地培训的总体满意度']),
          ],
        },
        {
          id: 'needs',
          title: '下一年的需求',
          questions: [
            {
              kind: 'multiple',
              id: 'form',
              title: '希望采用的培训形式',
              choices: choicesOf(['集中面授', '远程', '送教上门', '实践考察', '学术讲座']),
              ...optional,
            },
            {
              kind: 'number',
              id: 'people',
              title: '下一年计划派出的人数',
              least: 0,
              most: 5000,
              ...optional,
            },
            { kind: 'text', id: 'wanted', title: '希望开设的培训内容', ...optional },
            { kind: 'text', id: 'advice', title: '意见和建议', ...optional },
          ],
        },
      ],
    },
  },
];
