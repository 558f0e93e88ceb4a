"""Makes the fixtures of this folder: `python3 make.py SEED.txt` with LibreOffice, pandoc and the package python-docx."""

import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import docx

HERE = pathlib.Path(__file__).parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DAY = (2025, 9, 15, 8, 0, 0)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def package(parts, first=()):
    """A zip file that is the same each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in [*first, *(n for n in parts if n not in first)]:
            stored = zipfile.ZIP_STORED if name in first else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, DAY), parts[name], stored, 9)
    return buffer.getvalue()


def strip(path):
    """Takes out pictures of the first page and what else is large and of no use here."""
    with zipfile.ZipFile(path) as archive:
        parts = {
            i.filename: archive.read(i)
            for i in archive.infolist()
            if not i.filename.startswith(("Thumbnails/", "Configurations2/", "word/theme/", "word/fontTable"))
            and i.filename not in ("layout-cache", "settings.xml")
            and not i.is_dir()
        }
    first = [n for n in ("mimetype",) if n in parts]
    path.write_bytes(package(parts, first))


def convert(source, kind, target):
    with tempfile.TemporaryDirectory() as folder:
        run("soffice", "--headless", "--convert-to", kind, "--outdir", folder, str(source))
        made = next(pathlib.Path(folder).iterdir())
        target.write_bytes(made.read_bytes())
    if zipfile.is_zipfile(target):
        strip(target)


def pandoc(source, target, *options):
    run("pandoc", "-s", "-f", "markdown-smart", *options, str(source), "-o", str(target))
    if zipfile.is_zipfile(target):
        strip(target)


BULLETIN = """---
title: Harbour strike ends in Lusavan
author: Teodor Anghel
date: 2025-09-12
lang: en-GB
publisher: The Lusavan Courier
---

The dockers of Lusavan went back to work on *Friday*, [union leaders said](https://example.org/strike).[^1]

## What was agreed

> We asked for safety, and we got it.

- Two inspectors for each shift
- A fund of **€4 million**

| Port    | Workers |
|---------|---------|
| Lusavan | 1,200   |
| Dorna   | 340     |

The agreement — signed by Mayor Ilinca Voss — is valid until 2027.

[^1]: At a press conference on Thursday.
"""


def bulletin():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "bulletin.md"
        source.write_text(BULLETIN)
        for kind in ("docx", "odt", "rtf", "epub"):
            pandoc(source, HERE / f"bulletin-pandoc.{kind}")
        pandoc(source, HERE / "bulletin-pandoc2.epub", "-t", "epub2")


def encrypted():
    """Needs the package msoffcrypto-tool."""
    run("msoffcrypto-tool", "-e", "-p", "secret", str(HERE / "article-libreoffice.docx"), str(HERE / "article-encrypted.docx"))


def article(seed):
    paragraphs = [line.strip() for line in pathlib.Path(seed).read_text().splitlines() if line.strip()]
    document = docx.Document()
    document.core_properties.title = "A visit to Moscow"
    document.core_properties.author = "Nadia Belkacem"
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(HERE / "article-python.docx")
    strip(HERE / "article-python.docx")
    (HERE / "article.txt").write_text("\n\n".join(paragraphs) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "article.html"
        body = "".join(f"<p>{p.replace('&', '&amp;')}</p>" for p in paragraphs)
        source.write_text(f"<meta charset=utf-8><title>A visit to Moscow</title>{body}")
        for kind in ("odt", "rtf", "epub", "fodt", "ott"):
            middle = pathlib.Path(folder) / "article.odt"
            run("soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8", "--outdir", folder, str(source))
            convert(middle, kind, HERE / f"article-libreoffice.{kind}")
        convert(middle, "docx", HERE / "article-libreoffice.docx")
        convert(middle, "doc", HERE / "article-libreoffice.doc")
        markdown = pathlib.Path(folder) / "article.md"
        markdown.write_text("\n\n".join(paragraphs))
        for kind in ("docx", "odt", "epub", "rtf"):
            pandoc(markdown, HERE / f"article-pandoc.{kind}")


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
""" + "".join(
    f'<Override PartName="/{n}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{t}+xml"/>\n'
    for n, t in [
        ("word/document.xml", "document.main"),
        ("word/styles.xml", "styles"),
        ("word/footnotes.xml", "footnotes"),
        ("word/endnotes.xml", "endnotes"),
        ("word/header1.xml", "header"),
        ("word/comments.xml", "comments"),
    ]
) + """<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""
LINKS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{RELATION}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{RELATION}/footnotes" Target="footnotes.xml"/>
<Relationship Id="rId3" Type="{RELATION}/endnotes" Target="/word/endnotes.xml"/>
<Relationship Id="rId4" Type="{RELATION}/hyperlink" Target="https://example.org/report" TargetMode="External"/>
<Relationship Id="rId5" Type="{RELATION}/header" Target="header1.xml"/>
<Relationship Id="rId6" Type="{RELATION}/comments" Target="comments.xml"/>
<Relationship Id="rId7" Type="{RELATION}/customXml" Target="../customXml/item1.xml"/>
</Relationships>"""
CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>Microsoft Word - draft 3.doc</dc:title><dc:creator>Ilse Marwede</dc:creator><cp:lastModifiedBy>Somebody Else</cp:lastModifiedBy>
<dcterms:created xsi:type="dcterms:W3CDTF">2025-03-02T09:15:00Z</dcterms:created><dc:language>en-GB</dc:language></cp:coreProperties>"""
COVER = """<?xml version="1.0" encoding="utf-8"?><CoverPageProperties xmlns="http://schemas.microsoft.com/office/2006/coverPageProps"><PublishDate>2025-09-14T00:00:00</PublishDate><Abstract/><CompanyAddress/></CoverPageProperties>"""
STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{W}">
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Kasten"><w:name w:val="Box"/><w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Intern"><w:name w:val="Internal"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="InternFett"><w:name w:val="Internal bold"/><w:basedOn w:val="Intern"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""


def r(text, properties="", tag="t"):
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="00A77427" w:rsidRPr="00B12E3C">{properties}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def p(content, properties=""):
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p w14:paraId="1A2B3C4D" w:rsidR="00A77427" w:rsidRDefault="00A77427">{properties}{content}</w:p>'


def field(instruction, result):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + r(f" {instruction} ", tag="instrText")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + result
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(text):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p(r(text)) if text else p("")}</w:tc>'


def row(*cells, properties=""):
    return f'<w:tr w:rsidR="00A77427">{properties}{"".join(cells)}</w:tr>'


WHO = 'w:author="Editor" w:date="2025-09-14T10:00:00Z"'


def word():
    """The structure that Microsoft Word gives to a document that several people have worked on."""
    box = p(r("Box: the ferry Aurelia sank in 1994."), '<w:pStyle w:val="Kasten"/>')
    shape = f"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Text Box 1" descr="A box"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="s1" style="width:150pt;height:50pt"><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    emoji = """<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F6A2"/></mc:Choice><mc:Fallback><w:t>🚢</w:t></mc:Fallback></mc:AlternateContent></w:r>"""
    toc = field('TOC \\o "1-3" \\h \\z \\u', r("The rescue") + "<w:r><w:tab/></w:r>" + field("PAGEREF _Toc1 \\h", r("1")))
    contents = f"""<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>
{p(r("Contents"))}{p(toc, '<w:pStyle w:val="Verzeichnis1"/>')}</w:sdtContent></w:sdt>"""
    body = [
        p(r("Lost ferry found after thirty years"), '<w:pStyle w:val="Titel"/>'),
        '<w:sdt><w:sdtPr><w:alias w:val="Subtitle"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>' + p(r("[Click here to add a subtitle]")) + "</w:sdtContent></w:sdt>",
        p(r("By Ilse Marwede, 14 September 2025")),
        contents,
        p(
            '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellStart"/>'
            + r("Orlo") + '<w:proofErr w:type="spellEnd"/>' + r("ff Shipping said on Sunday that divers had found the ")
            + '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">' + r("Aurelia") + "</w:smartTag>"
            + r(" off ") + '<w:hyperlink r:id="rId4" w:history="1">' + r("Cape Tenby", '<w:rStyle w:val="Hyperlink"/>') + "</w:hyperlink>" + r(".")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>' + shape
        ),
        p(r("The rescue"), '<w:pStyle w:val="berschrift1"/>'),
        p(
            r("The company ") + f'<w:del w:id="1" {WHO}>{r("denied", tag="delText")}</w:del><w:ins w:id="2" {WHO}>{r("confirmed")}</w:ins>'
            + r(" the find") + r(" (internal: call the lawyer)", "<w:vanish/>") + r(" in a secret note", '<w:rStyle w:val="InternFett"/>') + r(" and thanked ")
            + r("Mara", "<w:vanish w:val=\"0\"/>") + '<w:r><w:noBreakHyphen/><w:t xml:space="preserve">Lena </w:t></w:r>' + r("Teix") + "<w:r><w:softHyphen/></w:r>" + r("eira.")
            + '<w:commentRangeStart w:id="0"/>' + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
        ),
        p(r("This paragraph is joined "), f'<w:rPr><w:del w:id="3" {WHO}/></w:rPr>'),
        p(r("to the next one.")),
        f'<w:p><w:pPr><w:rPr><w:del w:id="4" {WHO}/></w:rPr></w:pPr><w:del w:id="5" {WHO}>{r("A paragraph that was deleted.", tag="delText")}</w:del></w:p>',
        f'<w:moveFromRangeStart w:id="6" {WHO} w:name="move1"/>' + p(f'<w:moveFrom w:id="7" {WHO}>{r("The inquiry reopened in Porto Vell.")}</w:moveFrom>', f'<w:rPr><w:moveFrom w:id="8" {WHO}/></w:rPr>') + '<w:moveFromRangeEnd w:id="6"/>',
        p(r("First item"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        p(r("Second item"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
        + row(cell("Ship"), cell("Year")) + row(cell("Aurelia"), cell("1994")) + row(cell("Bettina"), cell("2001"), properties=f'<w:trPr><w:del w:id="9" {WHO}/></w:trPr>')
        + row(cell("Corvo"), cell("")) + "</w:tbl>",
        f'<w:moveToRangeStart w:id="10" {WHO} w:name="move1"/>' + p(f'<w:moveTo w:id="11" {WHO}>{r("The inquiry reopened in Porto Vell.")}</w:moveTo>') + '<w:moveToRangeEnd w:id="10"/>',
        p(r("T"), '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'),
        p(r("he wreck lies at a depth of ") + field("=30*2", r("60")) + r(" metres at an angle ") + '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>' + r(".") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + emoji),
        p(r("Line one") + "<w:r><w:br/></w:r>" + r("line two") + "<w:r><w:br/><w:br/></w:r>" + r("After an empty line") + "<w:r><w:tab/></w:r>" + r("and a tab.")),
        p("<w:fldSimple w:instr=\" DOCPROPERTY Company \">" + r("Orloff Shipping") + "</w:fldSimple>" + r(" &amp; Partners will speak on Monday.")),
        '<w:sectPr w:rsidR="00A77427"><w:headerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>',
    ]
    spaces = f'xmlns:w="{W}" xmlns:r="{RELATION}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" mc:Ignorable="w14 w16se"'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    def notes(kind, text):
        return f'{head}<w:{kind}s {spaces}><w:{kind} w:type="separator" w:id="0">{p("<w:r><w:separator/></w:r>")}</w:{kind}><w:{kind} w:type="continuationSeparator" w:id="1">{p("<w:r><w:continuationSeparator/></w:r>")}</w:{kind}><w:{kind} w:id="2">{p(f"<w:r><w:{kind}Ref/></w:r>" + r(" " + text))}</w:{kind}><w:{kind} w:id="3">{p(r("Nobody refers to this note."))}</w:{kind}></w:{kind}s>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "word/_rels/document.xml.rels": LINKS,
        "word/document.xml": f"{head}<w:document {spaces}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/footnotes.xml": notes("footnote", "Statement of 14 September."),
        "word/endnotes.xml": notes("endnote", "Measured by sonar."),
        "word/header1.xml": f"{head}<w:hdr {spaces}>{p(r('Confidential ') + field('PAGE', r('1')))}</w:hdr>",
        "word/comments.xml": f'{head}<w:comments {spaces}><w:comment w:id="0" {WHO} w:initials="E">{p(r("Check this name."))}</w:comment></w:comments>',
        "docProps/core.xml": CORE,
        "customXml/item1.xml": COVER,
    }
    path = HERE / "report-word.docx"
    path.write_bytes(package(parts))
    for kind in ("odt", "rtf", "fodt", "docx"):
        convert(path, kind, HERE / f"report-libreoffice.{kind}")


if __name__ == "__main__":
    article(sys.argv[1])
    word()
    bulletin()
    encrypted()
