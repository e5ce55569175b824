import type { CertificateStatement } from '../../../shared/domain/certificates/certificate.ts';
import type { DesignElement } from '../../../shared/domain/certificates/certificate-design.ts';
import {
  filledMarks,
  filledText,
  paragraphsOf,
} from '../../../shared/domain/certificates/certificate-field.ts';
import classes from './canvas.module.css';
import { useProofUrl } from './use-proof-url.ts';

/** Millimetres in a point. */
const point = 25.4 / 72;
const serif = '"Noto Serif SC", "Source Han Serif SC", SimSun, serif';

function Picture({ hash, label }: { hash: string; label: string }) {
  const url = useProofUrl(hash);
  if (!url) return <span>{label}</span>;
  return (
    <img
      src={url}
      alt={label}
      draggable={false}
      style={{ width: '100%', height: '100%', objectFit: 'contain' }}
    />
  );
}

/** Roughly what an element looks like while it is moved about; the preview shows how it comes out. */
export function ElementFace({
  element,
  sample,
  scale,
}: {
  element: DesignElement;
  sample: CertificateStatement;
  scale: number;
}) {
  switch (element.kind) {
    case 'text': {
      const size = element.size * point * scale;
      const alignItems = { top: 'flex-start', middle: 'center', bottom: 'flex-end' }[element.valign];
      return (
        <span
          style={{
            display: 'flex',
            alignItems,
            width: '100%',
            height: '100%',
            fontFamily: serif,
            fontSize: size,
            lineHeight: element.leading,
            color: element.color,
            fontWeight: element.bold ? 700 : 400,
            letterSpacing: element.spacing * point * scale,
            overflow: 'hidden',
          }}
        >
          <span
            style={{
              width: '100%',
              textAlign: element.align === 'justify' ? 'left' : element.align,
              textIndent: element.indent * size,
              whiteSpace: 'pre-wrap',
            }}
          >
            {paragraphsOf(filledMarks(element.text, sample)).map((paragraph, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing but their place
              <span key={line} style={{ display: 'block', minHeight: '1lh' }}>
                {paragraph.map(({ text, bold, larger }, at) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing but their place
                    key={at}
                    style={{ fontWeight: bold ? 700 : undefined, fontSize: larger ? '1.35em' : undefined }}
                  >
                    {text}
                  </span>
                ))}
              </span>
            ))}
          </span>
        </span>
      );
    }
    case 'mongolian':
      return (
        <span
          className={classes.mongolian}
          style={{
            writingMode: 'vertical-lr',
            display: 'block',
            width: '100%',
            height: '100%',
            fontSize: element.size * point * scale,
            lineHeight: element.leading,
            color: element.color,
            overflow: 'hidden',
          }}
        >
          {filledText(element.text, sample)}
        </span>
      );
    case 'code':
      return <Framed label="二维码" />;
    case 'photo':
      return <Framed label="照片" />;
    case 'seal':
      return <Framed label={element.note || '盖章处'} place="start center" />;
    case 'image':
      return <Picture hash={element.hash} label="图片" />;
    case 'line':
      return (
        <span
          style={{
            display: 'block',
            height: Math.max(1, element.stroke * point * scale),
            background: element.color,
          }}
        />
      );
    case 'border':
      return (
        <span
          style={{
            display: 'block',
            width: '100%',
            height: '100%',
            border: `${Math.max(1, element.stroke * point * scale)}px ${element.style === 'single' ? 'solid' : 'double'} ${element.color}`,
          }}
        />
      );
    case 'fill':
      return <span style={{ display: 'block', width: '100%', height: '100%', background: element.color }} />;
  }
}

function Framed({ label, place = 'center' }: { label: string; place?: string }) {
  return (
    <span
      style={{
        display: 'grid',
        placeItems: place,
        width: '100%',
        height: '100%',
        border: '1px solid #868e96',
        fontSize: 12,
        color: '#495057',
      }}
    >
      {label}
    </span>
  );
}
