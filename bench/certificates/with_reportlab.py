"""The peer of the bench: reads one job a line, writes its PDF, answers a line."""
import json
import resource
import sys

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

regular, bold, mongolian = sys.argv[1:4]
pdfmetrics.registerFont(TTFont("Serif", regular))
pdfmetrics.registerFont(TTFont("Serif-Bold", bold))
pdfmetrics.registerFont(TTFont("Mongolian", mongolian))
pdfmetrics.registerFontFamily("Serif", normal="Serif", bold="Serif-Bold")

WIDTH, HEIGHT = 210 * mm, 297 * mm
BLUE, GOLD, INK, GREY = HexColor("#1f3a6e"), HexColor("#b88f45"), HexColor("#212126"), HexColor("#6b6b73")
BODY = ParagraphStyle(
    "body", fontName="Serif", fontSize=15, leading=30, alignment=TA_JUSTIFY,
    firstLineIndent=30, wordWrap="CJK", textColor=INK,
)


def columns(canvas, lines, x, top, size, pitch, color):
    """Columns of Mongolian, each a line turned by 90 degrees; ReportLab does not shape it."""
    canvas.setFillColor(color)
    for index, line in enumerate(lines):
        canvas.saveState()
        canvas.translate(x + index * pitch, HEIGHT - top)
        canvas.rotate(-90)
        canvas.setFont("Mongolian", size)
        canvas.drawString(0, 0, line)
        canvas.restoreState()


def centred(canvas, text, x, y, font, size, color):
    canvas.setFillColor(color)
    canvas.setFont(font, size)
    canvas.drawCentredString(x, HEIGHT - y, text)


def fixed(canvas, job):
    canvas.beginForm("fixed", 0, 0, WIDTH, HEIGHT)
    canvas.setStrokeColor(BLUE)
    canvas.setLineWidth(2)
    canvas.rect(9 * mm, 9 * mm, 192 * mm, 279 * mm)
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.6)
    canvas.rect(9 * mm + 10, 9 * mm + 10, 192 * mm - 20, 279 * mm - 20)
    columns(canvas, job["mongolianTitle"], 25 * mm, 30 * mm, 30, 39, BLUE)
    columns(canvas, job["mongolianBase"], 25 * mm, 160 * mm, 18, 21.6, BLUE)
    centred(canvas, job["base"], 128 * mm, 37 * mm, "Serif-Bold", 16, BLUE)
    centred(canvas, "专业技术人员", 128 * mm, 60 * mm, "Serif-Bold", 30, BLUE)
    centred(canvas, "继续教育证书", 128 * mm, 75 * mm, "Serif-Bold", 30, BLUE)
    canvas.setFillColor(GREY)
    canvas.setFont("Serif", 11)
    canvas.drawString(68 * mm, HEIGHT - 262 * mm, "基地批准文号：" + job["approval"])
    canvas.endForm()


def certificate(canvas, one):
    canvas.doForm("fixed")
    columns(canvas, [one["mongolianName"]], 51 * mm, 110 * mm, 24, 29, INK)
    body = Paragraph(
        f'<font size="20"><b>{one["name"]}</b></font>（{one["kind"]}：<b>{one["document"]}</b>），'
        f'工作单位：{one["employer"]}，于<b>{one["period"]}</b>参加<b>“{one["title"]}”</b>'
        f'（班号：{one["number"]}）的学习，考核结果：<b>{one["result"]}</b>，'
        f'<b>共计{one["total"]}学时，其中公需科目{one["general"]}学时、专业科目{one["professional"]}学时</b>。',
        BODY,
    )
    _, height = body.wrap(120 * mm, 105 * mm)
    body.drawOn(canvas, 68 * mm, HEIGHT - 100 * mm - height)
    canvas.setFillColor(INK)
    canvas.setFont("Serif", 15)
    canvas.drawString(68 * mm + 30, HEIGHT - 100 * mm - height - 26, "特发此证。")
    canvas.setFont("Serif", 11)
    canvas.drawString(68 * mm, HEIGHT - 255 * mm, "证书编号：" + one["serial"])
    module = 27 * mm / one["modules"]
    code = canvas.beginPath()
    for row, column, length in one["dark"]:
        code.rect(72 * mm + column * module, HEIGHT - 222 * mm - (row + 1) * module, length * module, module)
    canvas.drawPath(code, stroke=0, fill=1)
    centred(canvas, one["base"], 155 * mm, 230 * mm, "Serif", 14, INK)
    centred(canvas, one["date"], 155 * mm, 240 * mm, "Serif", 13, INK)
    canvas.showPage()


for line in sys.stdin:
    job = json.loads(line)
    canvas = Canvas(job["path"], pagesize=(WIDTH, HEIGHT), pageCompression=0)
    fixed(canvas, job)
    for one in job["certificates"]:
        certificate(canvas, one)
    canvas.save()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
