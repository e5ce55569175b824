import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../domain/surveys/survey.ts';
import { importSurveyJs } from './surveyjs.ts';

const survey = {
  title: { default: 'Course', 'zh-cn': '课程评价' },
  pages: [
    {
      title: '评价',
      elements: [
        { type: 'rating', name: 'overall', title: '总体', isRequired: true },
        { type: 'rating', name: 'nps', title: '推荐', rateMin: 0, rateMax: 10 },
        {
          type: 'matrix',
          name: 'parts',
          columns: [
            { value: 5, text: '很好' },
            { value: 4, text: '好' },
            { value: 3, text: '一般' },
            { value: 2, text: '差' },
            { value: 1, text: '很差' },
          ],
          rows: ['内容', '组织'],
        },
        {
          type: 'radiogroup',
          name: 'again',
          title: '再来',
          choices: [
            { value: 'y', text: '愿意' },
            { value: 'n', text: '不愿意' },
          ],
        },
        {
          type: 'panel',
          name: 'p',
          elements: [{ type: 'comment', name: 'why', title: '原因', visibleIf: "{again} = 'n'" }],
        },
        { type: 'checkbox', name: 'form', title: '形式', choices: ['面授', '远程'] },
        { type: 'text', name: 'age', title: '年限', inputType: 'number', min: 0, max: 60 },
        { type: 'boolean', name: 'used', title: '用上了' },
        { type: 'signaturepad', name: 'sign', title: '签名' },
        { type: 'comment', name: 'more', title: '更多', visibleIf: '{age} > 3 and {used} = true' },
      ],
    },
  ],
};

describe('a survey of SurveyJS is taken over as far as the kinds go', () => {
  const { content, skipped } = importSurveyJs('评价.json', JSON.stringify(survey));
  const questions = questionsOf(content);

  test('each kind becomes ours', () => {
    expect(content.title).toBe('课程评价');
    expect(questions.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'scale 总体',
      'number 推荐',
      'scale 内容',
      'scale 组织',
      'single 再来',
      'text 原因',
      'multiple 形式',
      'number 年限',
      'single 用上了',
      'text 更多',
    ]);
  });

  test('a scale runs from the least to the most, whichever way it was written', () => {
    expect(questions[2]).toMatchObject({ labels: ['很差', '差', '一般', '好', '很好'] });
  });

  test('a simple condition is kept by the choice it names', () => {
    expect(questions[5]?.showIf).toEqual({ questionId: questions[4]?.id, anyOf: ['c2'] });
  });

  test('what is left out is named', () => {
    expect(skipped).toEqual([
      '签名：题型 signaturepad 不能导入',
      '更多：显示条件 {age} > 3 and {used} = true 没有照搬，改为总是显示',
    ]);
  });

  test.each([
    ['no JSON', 'hello', '不是 JSON 文件'],
    ['another JSON', '[1]', '不是 SurveyJS 的问卷'],
    ['nothing in it', '{"pages":[]}', '评价.json'],
  ])('%s is refused', (_, json, why) => expect(() => importSurveyJs('评价.json', json)).toThrow(why));
});
