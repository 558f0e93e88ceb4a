"""Encodes passages.txt and english.txt with Python's codecs: each line its number, a tab and the bytes."""
import pathlib
here = pathlib.Path(__file__).parent
lines = (here/'passages.txt').read_text('utf-8').splitlines()
plan = {
 'windows-1252': ('cp1252','de fr es pt it sv da'), 'iso-8859-15': ('iso8859-15','de fr es pt it sv da'),
 'macintosh': ('mac_roman','de fr es pt it sv da'), 'ibm850': ('cp850','de fr es pt it sv da'), 'ibm437': ('cp437','de fr es it sv'),
 'windows-1250': ('cp1250','pl cs hu'), 'iso-8859-2': ('iso8859-2','pl cs hu'),
 'windows-1254': ('cp1254','tr'), 'windows-1257': ('cp1257','lt'),
 'windows-1251': ('cp1251','ru uk'), 'koi8-r': ('koi8_r','ru'), 'iso-8859-5': ('iso8859-5','ru uk'),
 'windows-1253': ('cp1253','el'), 'iso-8859-7': ('iso8859-7','el'), 'windows-1255': ('cp1255','he'), 'windows-1256': ('cp1256','ar'),
 'shift_jis': ('cp932','ja'), 'euc-jp': ('euc_jp','ja'), 'iso-2022-jp': ('iso2022_jp','ja'),
 'gb18030': ('gb18030','zh-Hans'), 'big5': ('big5','zh-Hant'), 'euc-kr': ('cp949','ko'), 'utf-8': ('utf-8','de fr ru ja ar'),
}
for name,(codec,langs) in plan.items():
    out=b''
    n=0
    for i,line in enumerate(lines):
        lang,text=line.split('\t')
        if lang in langs.split():
            try: out+=str(i).encode()+b'\t'+text.encode(codec)+b'\n'; n+=1
            except UnicodeEncodeError: pass
    (here/f'passages.{name}.bin').write_bytes(out)
    print(name,n,len(out))
lines=(here/'english.txt').read_text('utf-8').splitlines()
for name,codec in {'windows-1252':'cp1252','macintosh':'mac_roman','iso-8859-15':'iso8859-15','utf-8':'utf-8'}.items():
    out=b'';n=0
    for i,text in enumerate(lines):
        try: out+=str(i).encode()+b'\t'+text.encode(codec)+b'\n'; n+=1
        except UnicodeEncodeError: pass
    (here/f'english.{name}.bin').write_bytes(out)
    print('en',name,n)
