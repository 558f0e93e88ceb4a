"""Writes the mails of this folder that no mail program wrote: the MIME structures that well-known programs send, and Python's own."""
import email.message, email.policy, email.utils, mailbox, os, pathlib, base64, quopri, textwrap
here = pathlib.Path(__file__).parent
def write(name, text, encoding='utf-8', crlf=True):
    data = text.encode(encoding)
    if crlf: data = data.replace(b'\n', b'\r\n')
    (here/name).write_bytes(data)
def qp(text, encoding): return quopri.encodestring(text.encode(encoding)).decode('ascii')
def b64(data): return '\n'.join(textwrap.wrap(base64.b64encode(data).decode(), 76))

PDF = b'%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

# Gmail: a reply, text and page, the quote in both.
write('gmail-reply.eml', f'''MIME-Version: 1.0
References: <CAF=1111@mail.example.org>
In-Reply-To: <CAF=1111@mail.example.org>
From: Marta Quill <marta.quill@example.org>
Date: Tue, 16 Sep 2025 23:41:07 -0400
Message-ID: <CAF=2222@mail.example.org>
Subject: Re: Harbour contract
To: Oskar Bene <oskar@example.net>
Content-Type: multipart/alternative; boundary="000000000000d3a1b2063f0e1c77"

--000000000000d3a1b2063f0e1c77
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

{qp("""The minister signed the contract with Portline Holdings on Monday. Two of
the council’s members voted against it.

The text of the contract was not published.

On Tue, Sep 16, 2025 at 10:02 AM Oskar Bene <oskar@example.net> wrote:

> Did anybody see the contract? I heard that Ruben Sato resigned
> over it.
>
> Oskar
>
""", "utf-8")}
--000000000000d3a1b2063f0e1c77
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

{qp("""<div dir="ltr"><div>The minister signed the contract with Portline Holdings on Monday. Two of the council’s members voted against it.</div><div><br></div><div>The text of the contract was not published.</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Sep 16, 2025 at 10:02 AM Oskar Bene &lt;<a href="mailto:oskar@example.net">oskar@example.net</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">Did anybody see the contract? I heard that Ruben Sato resigned over it.<br><br>Oskar</blockquote></div>""", "utf-8")}
--000000000000d3a1b2063f0e1c77--
''')
# Gmail: a forward with a comment.
write('gmail-forward.eml', '''MIME-Version: 1.0
References: <CAF=3333@mail.example.org>
In-Reply-To: <CAF=3333@mail.example.org>
From: Marta Quill <marta.quill@example.org>
Date: Wed, 17 Sep 2025 08:15:00 +0200
Message-ID: <CAF=4444@mail.example.org>
Subject: Fwd: Strike at the Vellin mine
To: desk@example.org
Content-Type: text/plain; charset="UTF-8"

For tomorrow's page.

---------- Forwarded message ---------
From: Press office <press@vellin.example.com>
Date: Wed, Sep 17, 2025 at 7:58 AM
Subject: Strike at the Vellin mine
To: Marta Quill <marta.quill@example.org>


Six hundred workers of the Vellin mine stopped work on Wednesday. Their
union, led by Ines Dorado, demands higher wages.
''')
# Thunderbird: flowed text with a quote, a signature and a UTF-8 subject.
write('thunderbird-flowed.eml', '''Message-ID: <0f8a2c1e-7a11-4c0b-9d52-000000000001@example.org>
Date: Thu, 18 Sep 2025 17:20:11 +0200
MIME-Version: 1.0
User-Agent: Mozilla Thunderbird
Subject: =?UTF-8?Q?Re=3A_B=C3=BCrgermeister_von_K=C3=B6lln_tritt_zur=C3=BC?=
 =?UTF-8?Q?ck?=
To: Redaktion <redaktion@example.org>
References: <a1@example.org>
From: =?UTF-8?B?SsO2cmcgR3LDvG53YWxk?= <joerg@example.org>
Content-Language: de-DE
In-Reply-To: <a1@example.org>
Content-Type: text/plain; charset=UTF-8; format=flowed
Content-Transfer-Encoding: 8bit

Am 18.09.25 um 09:14 schrieb Redaktion:
> Stimmt es, dass der Bürgermeister zurücktritt? Wir haben das von zwei 
> Seiten gehört.

Bürgermeister Armin Kolb hat am Donnerstag seinen Rücktritt erklärt. Seine 
Nachfolgerin wird bis zur Wahl die Stadträtin Lena Vogt.

 From Harwick kam keine Stellungnahme.

-- 
Jörg Grünewald
Lokalredaktion
''')
# Thunderbird: a forward within the text, flowed.
write('thunderbird-forward.eml', '''Message-ID: <0f8a2c1e-7a11-4c0b-9d52-000000000002@example.org>
Date: Thu, 18 Sep 2025 18:00:00 +0200
MIME-Version: 1.0
User-Agent: Mozilla Thunderbird
Subject: Fwd: Court ruling
References: <a2@example.org>
To: desk@example.org
From: Joerg Gruenewald <joerg@example.org>
Content-Type: text/plain; charset=UTF-8; format=flowed
Content-Transfer-Encoding: 7bit




-------- Forwarded Message --------
Subject: \tCourt ruling
Date: \tThu, 18 Sep 2025 16:11:50 +0200
From: \tClerk <clerk@court.example.org>
To: \tjoerg@example.org



The court in Arles ruled on Thursday that the sale of Nordbank to the Ferro 
Group was lawful.

''')
# Outlook: windows-1252, quoted-printable, a reply above the original, a related picture, an attached document.
html = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=Windows-1252"><style><!-- p.MsoNormal {margin:0in;} --></style></head><body lang="EN-US"><div class="WordSection1"><p class="MsoNormal">The bank’s chairman, André Lefort, met Minister Paula Rey on Friday – twice.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">“There is no deal,” he said.<o:p></o:p></p><p class="MsoNormal"><img width="10" height="10" src="cid:image001.png@01DC2A5E.5D0A1230"><o:p></o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>From:</b> Desk &lt;desk@example.org&gt; <br><b>Sent:</b> Friday, September 19, 2025 9:30 AM<br><b>To:</b> Paul Okafor &lt;paul@example.com&gt;<br><b>Subject:</b> Nordbank<o:p></o:p></p></div></div><p class="MsoNormal">Is there a deal between Nordbank and the ministry?<o:p></o:p></p></div></body></html>"""
plain = """The bank’s chairman, André Lefort, met Minister Paula Rey on Friday – twice.

“There is no deal,” he said.

[cid:image001.png@01DC2A5E.5D0A1230]

From: Desk <desk@example.org>
Sent: Friday, September 19, 2025 9:30 AM
To: Paul Okafor <paul@example.com>
Subject: Nordbank

Is there a deal between Nordbank and the ministry?
"""
write('outlook-reply.eml', f'''From: "Okafor, Paul" <paul@example.com>
To: Desk <desk@example.org>
Subject: RE: Nordbank
Thread-Topic: Nordbank
Thread-Index: AQHcKl5dCgEjMAAAAA==
Date: Fri, 19 Sep 2025 14:05:31 +0000
Message-ID: <AM0PR01MB0001@AM0PR01.example.com>
References: <a3@example.org>
In-Reply-To: <a3@example.org>
Accept-Language: en-US
Content-Language: en-US
X-MS-Has-Attach: yes
Content-Type: multipart/mixed; boundary="_005_AM0PR01MB0001_"
MIME-Version: 1.0

--_005_AM0PR01MB0001_
Content-Type: multipart/related;
\tboundary="_004_AM0PR01MB0001_";
\ttype="multipart/alternative"

--_004_AM0PR01MB0001_
Content-Type: multipart/alternative;
\tboundary="_000_AM0PR01MB0001_"

--_000_AM0PR01MB0001_
Content-Type: text/plain; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable

{qp(plain, 'cp1252')}
--_000_AM0PR01MB0001_
Content-Type: text/html; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable

{qp(html, 'cp1252')}

--_000_AM0PR01MB0001_--

--_004_AM0PR01MB0001_
Content-Type: image/png; name="image001.png"
Content-Description: image001.png
Content-Disposition: inline; filename="image001.png"; size=68
Content-ID: <image001.png@01DC2A5E.5D0A1230>
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==

--_004_AM0PR01MB0001_--

--_005_AM0PR01MB0001_
Content-Type: application/pdf; name="=?utf-8?B?{base64.b64encode('Prüfbericht.pdf'.encode()).decode()}?="
Content-Description: report
Content-Disposition: attachment; filename="=?utf-8?B?{base64.b64encode('Prüfbericht.pdf'.encode()).decode()}?="; size={len(PDF)}
Content-Transfer-Encoding: base64

{b64(PDF)}

--_005_AM0PR01MB0001_--
''')
# Outlook: the page alone.
write('outlook-html.eml', f'''From: "Okafor, Paul" <paul@example.com>
To: Desk <desk@example.org>
Subject: RE: Nordbank
Date: Fri, 19 Sep 2025 14:05:31 +0000
Message-ID: <AM0PR01MB0002@AM0PR01.example.com>
In-Reply-To: <a3@example.org>
Content-Type: text/html; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable
MIME-Version: 1.0

{qp(html, 'cp1252')}
''')
# Apple Mail: text around a document within the text, file name by RFC 2231.
write('apple-mixed.eml', f'''From: Zoe Hart <zoe@example.org>
Content-Type: multipart/alternative;
\tboundary="Apple-Mail=_3F2A"
Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3776.700.51\\))
Subject: Inquiry report
Message-Id: <3F2A@example.org>
Date: Sat, 20 Sep 2025 11:00:00 +0100
To: desk@example.org
X-Mailer: Apple Mail (2.3776.700.51)

--Apple-Mail=_3F2A
Content-Transfer-Encoding: quoted-printable
Content-Type: text/plain;
\tcharset=utf-8

{qp("""The inquiry into the Tarn bridge ended on Friday. Judge Elena Moss blamed the builder, Stahlwerk Nord, for the collapse.

The report is attached.

""", 'utf-8')}
--Apple-Mail=_3F2A
Content-Type: multipart/mixed;
\tboundary="Apple-Mail=_77AB"

--Apple-Mail=_77AB
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html;
\tcharset=utf-8

{qp('<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;">The inquiry into the Tarn bridge ended on Friday. Judge Elena Moss blamed the builder, Stahlwerk Nord, for the collapse.<div><br></div><div>The report is attached.</div><div></div></body></html>', 'utf-8')}
--Apple-Mail=_77AB
Content-Disposition: inline;
\tfilename*0*=utf-8''Bericht%20%C3%BCber%20die;
\tfilename*1*=%20Br%C3%BCcke.pdf
Content-Type: application/pdf;
\tx-unix-mode=0644;
\tname="=?utf-8?Q?Bericht_=C3=BCber_die_Br=C3=BCcke=2Epdf?="
Content-Transfer-Encoding: base64

{b64(PDF)}

--Apple-Mail=_77AB--

--Apple-Mail=_3F2A--
''')
# A newsletter: a page in base64, and a text that only points to it.
page = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>The Harbour Letter</title><style>p{color:#111}</style></head><body><div style="display:none;max-height:0">Three stories today</div><table role="presentation"><tr><td><h1>Nordbank sold to Ferro Group</h1><p>The Ferro Group, owned by Karl Lindqvist, bought Nordbank for €3 billion on Monday.</p><p>Lindqvist’s sister, Minister Paula Rey, did not comment.</p><h2>Strike at the Vellin mine</h2><p>Six hundred workers of the Vellin mine stopped work. Their union is led by Ines Dorado.</p><p>The company that owns the mine, Portline Holdings, refused to negotiate and said that it would hire other workers before the end of the month.</p></td></tr></table></body></html>"""
write('newsletter.eml', f'''From: The Harbour Letter <letter@harbour.example.org>
To: reader@example.net
Reply-To: letter@harbour.example.org
Subject: =?utf-8?B?{base64.b64encode('Nordbank’s new owner'.encode()).decode()}?=
Date: Mon, 22 Sep 2025 06:00:00 +0000
Message-ID: <20250922060000.1@harbour.example.org>
List-ID: "The Harbour Letter" <letter.harbour.example.org>
List-Unsubscribe: <https://harbour.example.org/u/1>
Archived-At: <https://harbour.example.org/letters/2025-09-22>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_b1"

--=_b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 7bit

View this letter in your browser:
https://harbour.example.org/letters/2025-09-22
--=_b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

{b64(page.encode())}
--=_b1--
''')
write('newsletter-html-only.eml', f'''From: The Harbour Letter <letter@harbour.example.org>
To: reader@example.net
Subject: The Harbour Letter, 22 September
Date: Mon, 22 Sep 2025 06:00:00 +0000
Message-ID: <20250922060000.2@harbour.example.org>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

{b64(page.encode())}
''')
# Japanese, ISO-2022-JP, broken at 70 columns.
subject = '港湾契約について首相が会見'
def word(t): return '=?ISO-2022-JP?B?' + base64.b64encode(t.encode('iso2022_jp')).decode() + '?='
body = '首相は火曜日、港湾会社の代表である田中一郎氏と会談し、新しい契約に\n署名した。野党の議員は契約の公表を求めている。\n\n会社は来月、およそ百人の従業員を減らすと発表した。\n'
write('japanese.eml', f'''From: {word('山田花子')} <hanako@example.jp>
To: desk@example.jp
Subject: {word(subject[:7])}
 {word(subject[7:])}
Date: Tue, 23 Sep 2025 09:00:00 +0900
Message-ID: <jp1@example.jp>
MIME-Version: 1.0
Content-Type: text/plain; charset=ISO-2022-JP
Content-Transfer-Encoding: 7bit

''' + body, encoding='iso2022_jp')
# German, raw Latin-1 in header and body, no MIME at all.
write('latin1-undeclared.eml', '''From: Jürgen Weiß <weiss@example.de>
To: liste@example.de
Subject: Räumung in Köln
Date: Wed, 24 Sep 97 10:00:00 MET DST
Message-ID: <old1@example.de>

Die Polizei räumte am Mittwoch früh das besetzte Haus in der Körnerstraße.
Vier Männer wurden vorläufig festgenommen, teilte Sprecherin Ute Groß mit.
''', encoding='latin-1', crlf=False)
# A mailing list: verse, a list, a hard-wrapped text, the list's footer.
write('mailing-list.eml', '''From: Ruth Ellery via News <news@lists.example.org>
To: news@lists.example.org
Subject: [News] Festival opens in Harwick
Date: Thu, 25 Sep 2025 12:00:00 +0000
Message-ID: <ml1@lists.example.org>
List-Id: News of the region <news.lists.example.org>
List-Archive: <https://lists.example.org/news>
Content-Type: text/plain; charset="us-ascii"

The festival of Harwick opened on Thursday with a speech by Mayor Ruth
Ellery, who thanked the sponsors. The writer Ayhan Ozturk read from his
new book. Among the guests were

- Paul Okafor, a senator, who has not been seen in public since the vote
  on the harbour in June
- Ines Dorado, head of the union
- Elena Moss

The choir sang

The ships go out at break of day,
The ships come home at night,
The harbour lights are far away,
The harbour lights are bright.

>From the harbour came the noise of a strike.
_______________________________________________
News mailing list
news@lists.example.org
https://lists.example.org/news
''')
# Python's own.
m = email.message.EmailMessage()
m['Subject'] = 'Naïve plan “dropped”, says Café owner François Zürcher of the very long association for the harbour'
m['From'] = email.utils.formataddr(('Zoë Hart', 'zoe@example.org')); m['To'] = 'desk@example.org'
m['Date'] = 'Fri, 26 Sep 2025 10:00:00 +0200'; m['Message-ID'] = '<py1@example.org>'
m.set_content('The owner, François Zürcher, dropped the plan on Friday.\n')
m.add_alternative('<p>The owner, François Zürcher, dropped the plan on <b>Friday</b>.</p>', subtype='html')
m.add_attachment(PDF, maintype='application', subtype='pdf', filename='plan für den hafen.pdf')
inner = email.message.EmailMessage(); inner['Subject'] = 'Plan for the harbour'; inner['From'] = 'Karl Lindqvist <karl@example.org>'
inner['Date'] = 'Thu, 25 Sep 2025 10:00:00 +0200'; inner.set_content('The Ferro Group will build a hotel at the harbour.\n')
m.add_attachment(inner)
(here/'python.eml').write_bytes(m.as_bytes(policy=email.policy.SMTP))
# A mailbox of them, by Python's mailbox module.
path = here/'python.mbox'
if path.exists(): path.unlink()
box = mailbox.mbox(path)
for name in ['gmail-reply.eml', 'latin1-undeclared.eml', 'thunderbird-flowed.eml', 'python.eml']:
    message = mailbox.mboxMessage((here/name).read_bytes().replace(b'\r\n', b'\n')); message.set_from('MAILER-DAEMON', (2025, 9, 26, 8, 0, 0, 4, 269, 0))
    box.add(message)
box.flush(); box.close()
