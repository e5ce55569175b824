import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Menu,
  Paper,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconGripVertical, IconPlus, IconTrash } from '@tabler/icons-react';
import {
  type QuestionKind,
  questionKinds,
  questionsOf,
  type SurveyContent,
  type SurveySection,
} from '../../../shared/domain/surveys/survey.ts';
import { freeId, moved, newQuestion, withAdded, withoutSection, withSection } from './draft-edits.ts';

export interface QuestionListProps {
  content: SurveyContent;
  selected: string | null;
  onSelect(id: string): void;
  onChange(content: SurveyContent): void;
}

const howToDrag = '按空格键拿起，上下箭头移动，再按空格键放下，Esc 取消';

function SectionList({
  content,
  section,
  selected,
  onSelect,
  onChange,
}: QuestionListProps & { section: SurveySection }) {
  const numbers = new Map(questionsOf(content).map(({ id }, at) => [id, at + 1]));
  const add = (kind: QuestionKind) => {
    const question = newQuestion(kind, freeId(content, 'q'));
    onChange(withAdded(content, section.id, question));
    onSelect(question.id);
  };
  return (
    <Paper withBorder p="xs">
      <Group gap={4} wrap="nowrap" mb={6}>
        <TextInput
          aria-label="部分的标题"
          placeholder="这一部分的标题，可以空着"
          flex={1}
          value={section.title}
          onChange={(event) =>
            onChange(withSection(content, { ...section, title: event.currentTarget.value }))
          }
        />
        {content.sections.length > 1 && (
          <ActionIcon
            variant="subtle"
            color="red.9"
            aria-label={`去掉“${section.title || '未命名'}”这个部分，题目并入相邻部分`}
            onClick={() => onChange(withoutSection(content, section.id))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <Droppable droppableId={section.id}>
        {(area) => (
          <div ref={area.innerRef} {...area.droppableProps} style={{ minHeight: 12 }}>
            {section.questions.map((question, index) => (
              <Draggable key={question.id} draggableId={question.id} index={index}>
                {(item) => (
                  <Group
                    ref={item.innerRef}
                    {...item.draggableProps}
                    gap={4}
                    wrap="nowrap"
                    py={2}
                    bg={question.id === selected ? 'indigo.0' : 'white'}
                  >
                    <ActionIcon
                      {...item.dragHandleProps}
                      component="div"
                      variant="subtle"
                      color="gray.7"
                      aria-label={`移动第 ${numbers.get(question.id)} 题`}
                    >
                      <IconGripVertical size={16} aria-hidden />
                    </ActionIcon>
                    <UnstyledButton
                      flex={1}
                      miw={0}
                      aria-pressed={question.id === selected}
                      onClick={() => onSelect(question.id)}
                    >
                      <Group gap={6} wrap="nowrap">
                        <Text size="sm" truncate flex={1}>
                          {numbers.get(question.id)}. {question.title}
                        </Text>
                        <Badge
                          variant="outline"
                          color="gray.7"
                          radius="sm"
                          tt="none"
                          style={{ flexShrink: 0 }}
                        >
                          {questionKinds[question.kind]}
                          {question.showIf ? '·有条件' : ''}
                        </Badge>
                      </Group>
                    </UnstyledButton>
                  </Group>
                )}
              </Draggable>
            ))}
            {area.placeholder}
          </div>
        )}
      </Droppable>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            color="indigo.9"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            添加题目
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {Object.entries(questionKinds).map(([kind, label]) => (
            <Menu.Item key={kind} onClick={() => add(kind as QuestionKind)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Paper>
  );
}

/**
 * Sections and questions in their order; dragged by mouse, finger or keyboard. The one list that needs
 * @hello-pangea/dnd: a questionnaire of a hundred questions is arranged across sections, a move of many places at
 * once that buttons for up and down would make slow, and that has to go without a mouse too.
 */
export function QuestionList(props: QuestionListProps) {
  const { content, onChange } = props;
  const drop = ({ source, destination }: DropResult) => {
    if (!destination) return;
    const from = { sectionId: source.droppableId, index: source.index };
    onChange(moved(content, from, { sectionId: destination.droppableId, index: destination.index }));
  };
  return (
    <DragDropContext onDragEnd={drop} dragHandleUsageInstructions={howToDrag}>
      <Stack gap="sm">
        {content.sections.map((section) => (
          <SectionList key={section.id} {...props} section={section} />
        ))}
        <Button
          variant="subtle"
          color="indigo.9"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            const id = freeId(content, 's');
            onChange({ ...content, sections: [...content.sections, { id, title: '', questions: [] }] });
          }}
        >
          添加部分
        </Button>
      </Stack>
    </DragDropContext>
  );
}
