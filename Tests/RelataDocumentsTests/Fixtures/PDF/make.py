"""Writes the fixtures of this folder: one article and one report, each as PDF by several programs, and the text that each says.

    python3 make.py ../../../../seeds

needs soffice, chromium, latex, dvipdfmx, qpdf and, in Python, weasyprint and reportlab.
"""

import html
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
SEEDS = pathlib.Path(sys.argv[1])


def paragraphs(name):
    return [line.strip() for line in (SEEDS / name).read_text().splitlines() if line.strip()]


# An article: (kind, text). Footnotes stand in the text as [[note]].
phone = paragraphs("putin-phones-sharaa.txt")
ARTICLE = (
    [("title", "Putin and Sharaa Speak on the Phone About Bases and Trade"), ("p", phone[0]), ("p", phone[1]), ("p", phone[2])]
    + [("heading", "A First Mission to Damascus")] + [("p", text) for text in phone[3:7]]
    + [("heading", "What Becomes of the Military Bases")] + [("p", text) for text in phone[7:11]]
    + [("heading", "Outlook")] + [("p", text) for text in phone[11:14]]
)

cradle = paragraphs("cradle-agreement-with-russia.txt")[1:]
visit = [text for text in paragraphs("sharaa-visits-russia.txt") if text != "Moscow is part of that stage"]
contact = paragraphs("inter-bellum-russia-contacted-sharaa.txt")[6:12]
TABLE = [
    ["Base", "Since", "Troops", "Kind"],
    ["Khmeimim", "2015", "2,400", "Air base"],
    ["Tartus", "1971", "1,350", "Naval base"],
    ["Qamishli", "2019", "480", "Airport"],
    ["Jableh", "2016", "95", "Radar station"],
]


def note(text, after, footnote):
    assert after in text, after
    return text.replace(after, after + "[[" + footnote + "]]", 1)


cradle[1] = note(cradle[1], "Al-Ikhbariya TV channel.", "The interview was shown on the evening of 12 September and printed the next day.")
cradle[4] = note(cradle[4], "the next major city,", "Homs lies 46 kilometres south of Hama.")
visit[1] = note(visit[1], "Syrian civil war", "The first Russian aircraft landed at Khmeimim on 30 September 2015, after the upper house had voted for it.")
visit[7] = note(visit[7], "Vladimir Putin", "Statement of the Presidential Media Directorate, 15 October 2025.")
contact[2] = note(contact[2], "northwest Syria.", "The offensive is called Deterrence of Aggression by those who led it.")
REPORT = (
    [("title", "Russia and the New Syria: Contacts, Bases and Agreements"), ("author", "Nadia Brandt and Oskar Lindqvist")]
    + [("heading", "The Agreement")] + [("p", text) for text in cradle[:-1]]
    + [("caption", "Table 1: Russian installations in Syria"), ("table", TABLE)]
    + [("heading", "The Visit to Moscow")] + [("p", text) for text in visit]
    + [("heading", "Eleven Days in the North")] + [("p", text) for text in contact]
)


def expected(blocks, name):
    out, notes = [], []
    for kind, text in blocks:
        if kind == "table":
            out += [" ".join(row) for row in text]
            continue
        notes += re.findall(r"\[\[(.*?)\]\]", text)
        out.append(re.sub(r"\[\[.*?\]\]", "", text))
    (HERE / (name + ".txt")).write_text("\n\n".join(out) + "\n")
    if notes:
        (HERE / (name + "-notes.txt")).write_text("\n\n".join(notes) + "\n")


# --- HTML: Chromium, WeasyPrint

def page(blocks, style, footnotes):
    out = []
    for kind, text in blocks:
        if kind == "table":
            out.append("<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in text) + "</table>")
            continue
        text = html.escape(text, quote=False)
        text = re.sub(r"\[\[(.*?)\]\]", r"<span class=note>\1</span>" if footnotes else "", text)
        tag = {"title": "h1", "heading": "h2", "caption": "p class=caption", "author": "p class=author"}.get(kind, kind)
        out.append(f"<{tag}>{text}</{tag.split()[0]}>")
    title = blocks[0][1]
    return (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>"
            f"<meta name=author content='Nadia Brandt'><style>{style}</style></head><body>{''.join(out)}</body></html>")


def chromium(blocks, name):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "article.html"
        source.write_text(page(blocks, "body { font: 16px/1.5 'Liberation Serif' } h1 { font-size: 32px }", False))
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={HERE / name}.pdf", source], check=True)


REPORT_STYLE = """
@page { size: A4; margin: 24mm 18mm; @bottom-center { content: 'Page ' counter(page) ' of ' counter(pages) } @footnote { border-top: 0.5pt solid black; padding-top: 3pt } }
@page :left { @top-left { content: 'Institute for Levant Studies' } }
@page :right { @top-right { content: 'Russia and the New Syria' } }
body { font: 10pt/1.3 'Liberation Serif'; columns: 2; column-gap: 7mm; text-align: justify; hyphens: auto; counter-reset: footnote }
h1 { column-span: all; font-size: 20pt; text-align: left } .author { column-span: all; font-style: italic }
h2 { font-size: 13pt } p { margin: 0; text-indent: 1.2em } h2 + p, .caption, .author { text-indent: 0 }
.caption { margin: 6pt 0; font-size: 9pt; text-align: left } table { margin-bottom: 6pt; font-size: 9pt; width: 100% } td { padding: 1pt 4pt; text-align: left }
.note { float: footnote; font-size: 8pt; text-indent: 0 }
"""


def weasyprint(blocks, name):
    import weasyprint
    weasyprint.HTML(string=page(blocks, REPORT_STYLE, True)).write_pdf(HERE / f"{name}.pdf")


# --- LibreOffice Writer

def writer(blocks, name, columns):
    body, number = [], 0

    def footnote(match):
        nonlocal number
        number += 1
        return (f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
                f'<text:note-body><text:p text:style-name="Footnote">{match[1]}</text:p></text:note-body></text:note>')

    for kind, text in blocks:
        if kind == "table":
            body.append('<table:table><table:table-column table:number-columns-repeated="4"/>' + "".join(
                "<table:table-row>" + "".join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)
                + "</table:table-row>" for row in text) + "</table:table>")
            continue
        text = re.sub(r"\[\[(.*?)\]\]", footnote, html.escape(text, quote=False))
        body.append(f'<text:p text:style-name="{kind}">{text}</text:p>')
    inner = "".join(body)
    if columns > 1:
        inner = f'<text:section text:style-name="columns" text:name="s">{inner}</text:section>'
    align = "justify" if columns > 1 else "left"
    spacing = 'fo:text-indent="0.4cm"' if columns > 1 else 'fo:margin-bottom="0.25cm"'
    header = '<style:header><text:p>Levant Observer – Reports</text:p></style:header>' if columns > 1 else ""
    namespaces = " ".join(f'xmlns:{short}="{address}"' for short, address in {
        **{part: f"urn:oasis:names:tc:opendocument:xmlns:{part}:1.0" for part in ("office", "style", "text", "table", "meta")},
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "dc": "http://purl.org/dc/elements/1.1/"}.items())
    source = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {namespaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{blocks[0][1]}</dc:title><meta:initial-creator>Nadia Brandt</meta:initial-creator></office:meta>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/><style:text-properties fo:font-family="Liberation Serif" fo:font-size="{10 if columns > 1 else 11}pt" fo:language="en" fo:country="US" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="p" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}" {spacing}/></style:style>
<style:style style:name="title" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.4cm"/><style:text-properties fo:font-size="20pt" fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="author" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.3cm"/><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="caption" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="heading" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.6cm"/><style:text-properties fo:font-size="8pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="columns" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="{columns}" fo:column-gap="0.6cm"/></style:section-properties></style:style>
<style:page-layout style:name="layout"><style:page-layout-properties fo:page-width="21cm" fo:page-height="{24 if columns > 1 else 29.7}cm" fo:margin="2cm"/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="layout">{header}<style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{inner}</office:text></office:body></office:document>"""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / f"{name}.fodt"
        path.write_text(source)
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", HERE, path], check=True)


# --- LaTeX

def latex(blocks, name):
    escapes = {"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "ʼ": "’"}

    def escape(text):
        return "".join(escapes.get(character, character) for character in text)

    body = []
    for kind, text in blocks:
        if kind == "table":
            rows = r" \\ ".join(" & ".join(escape(cell) for cell in row) for row in text)
            body.append(r"\begin{center}\begin{tabular}{lrrl}" + rows + r"\end{tabular}\end{center}")
            continue
        text = re.sub(r"\[\[(.*?)\]\]", r"\\footnote{\1}", escape(text))
        text = re.sub(r'"([^"]*)"', r"``\1''", text).replace('"', "''")
        body.append({"title": "", "author": "", "heading": rf"\heading{{{text}}}", "caption": rf"\noindent {text}"}.get(kind, text))
    source = (r"\documentclass[twocolumn,a4paper,dvipdfmx]{article}\usepackage[utf8]{inputenc}\usepackage{fancyhdr,graphicx}"
              # Few fonts, so that the file is small: larger letters are scaled ones.
              r"\newcommand{\heading}[1]{\vspace{12pt}\noindent\scalebox{1.3}{\bfseries #1}\par\vspace{4pt}\noindent\ignorespaces}"
              r"\pagestyle{fancy}\lhead{Institute for Levant Studies}\rhead{\thepage}\cfoot{}"
              rf"\title{{\scalebox{{1.4}}{{\normalsize\bfseries {blocks[0][1]}}}}}\author{{\normalsize {blocks[1][1]}}}\date{{}}\begin{{document}}\maketitle\thispagestyle{{fancy}}"
              + "\n\n".join(body) + r"\end{document}")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / f"{name}.tex").write_text(source)
        subprocess.run(["latex", "-interaction=batchmode", f"{name}.tex"], cwd=folder, check=True)
        subprocess.run(["dvipdfmx", "-p", "a4", f"{name}.dvi"], cwd=folder, check=True)
        (HERE / f"{name}.pdf").write_bytes((pathlib.Path(folder) / f"{name}.pdf").read_bytes())


# --- ReportLab

def reportlab(blocks, name):
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

    def decorate(canvas, document):
        canvas.setFont("Helvetica", 8)
        number = canvas.getPageNumber()
        canvas.drawString(50, 815, "Levant Brief" if number % 2 else "Russia and the New Syria")
        canvas.drawRightString(545, 25, f"{number} | Levant Brief")
        canvas.saveState()
        canvas.translate(20, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Not for distribution before 20 October")
        canvas.restoreState()

    normal = ParagraphStyle("p", fontName="Times-Roman", fontSize=9, leading=11.5, alignment=TA_JUSTIFY, spaceAfter=5)
    styles = {"p": normal, "title": ParagraphStyle("t", fontName="Helvetica-Bold", fontSize=16, leading=19, spaceAfter=10),
              "heading": ParagraphStyle("h", fontName="Helvetica-Bold", fontSize=9, leading=11.5, spaceBefore=6, spaceAfter=3)}
    story = []
    for kind, text in blocks:
        if kind == "table":
            story.append(Table(text, colWidths=[45, 28, 32, 50], style=[("FONTSIZE", (0, 0), (-1, -1), 8), ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2)]))
        else:
            text = html.escape(re.sub(r"\[\[.*?\]\]", "", text), quote=False).replace("ʼ", "’")
            story.append(Paragraph(text, styles.get(kind, normal)))
    document = BaseDocTemplate(str(HERE / f"{name}.pdf"), pagesize=A4, title="Microsoft Word - levant_draft3.doc", author="Oskar Lindqvist", invariant=True)
    frames = [Frame(45 + 172 * i, 45, 160, 755, id=str(i), leftPadding=0, rightPadding=0) for i in range(3)]
    document.addPageTemplates(PageTemplate(frames=frames, onPage=decorate))
    document.build(story)


expected(ARTICLE, "article")
expected(REPORT, "report")
writer(ARTICLE, "writer-one-column", 1)
writer(REPORT, "writer-two-columns", 2)
chromium(ARTICLE, "chromium")
weasyprint(REPORT, "weasyprint-two-columns")
latex(REPORT, "latex-two-columns")
reportlab(REPORT, "reportlab-three-columns")
source = HERE / "writer-one-column.pdf"
subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", source, HERE / "user-password.pdf"], check=True)
subprocess.run(["qpdf", "--encrypt", "", "owner", "256", "--print=none", "--extract=n", "--", source, HERE / "owner-password.pdf"], check=True)
