#!/usr/bin/env python3
"""Writes wordpress.html, divs.html and windows-1252.html from articles of the project's own seeds and from invented news."""
import html, sys, pathlib
seeds, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])

def paragraphs(name):
    return [l.strip() for l in (seeds / name).read_text().split("\n") if l.strip()]

wp = paragraphs("putin-phones-sharaa.txt")
teasers = [
    ("Grain prices fall for the third week in a row", "Traders at the exchange in Marlow said that a good harvest and lower freight rates had pushed wheat to its lowest price since the spring, and that more was to come."),
    ("Bridge over the Teal closes for repairs until May", "Drivers will have to take the long way over Sandford, the road office said, while the bearings of the bridge are replaced and its deck is sealed against salt."),
    ("Museum shows the letters of a lighthouse keeper", "Two hundred letters that Jonah Pell wrote to his sister from the rock are on show for the first time, together with the lamp that he trimmed for thirty years."),
]
comments = ["Interesting read, though I miss what the neighbours have to say about all of this. They were part of every talk so far.",
            "I do not believe a word of it. They said the same two years ago and nothing came of it, as everybody knows."]
body = "\n".join(f"<p>{html.escape(p)}</p>" for p in wp)
related = "\n".join(f'<li class="jp-relatedposts-post"><a href="/{i}/">{html.escape(t)}</a><p class="excerpt">{html.escape(d)}</p></li>' for i, (t, d) in enumerate(teasers))
(out / "wordpress.html").write_text(f"""<!DOCTYPE html>
<html lang="en-US" prefix="og: https://ogp.me/ns#">
<head><meta charset="UTF-8"><title>Putin speaks with Syria’s new leader &#8211; Meridian Notes</title>
<meta property="og:type" content="article"><meta property="og:title" content="Putin speaks with Syria’s new leader">
<meta property="og:url" content="https://meridian.example/2025/02/putin-syria/"><meta property="og:site_name" content="Meridian Notes">
<meta property="article:published_time" content="2025-02-13T09:15:00+00:00"><meta name="author" content="Lena Hartwig"></head>
<body class="post-template-default single single-post postid-812 single-format-standard wp-embed-responsive has-sidebar">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">Meridian Notes</a></p>
<nav id="site-navigation" class="main-navigation"><div class="menu-main-container"><ul class="menu"><li class="menu-item"><a href="/">Home</a><li class="menu-item"><a href="/about/">About</a></ul></div></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-812" class="post-812 post type-post status-publish format-standard has-post-thumbnail hentry category-world tag-russia tag-syria">
<header class="entry-header"><h1 class="entry-title">Putin speaks with Syria’s new leader</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2025-02-13T09:15:00+00:00">February 13, 2025</time></span> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/lena/">Lena Hartwig</a></span></span></div></header>
<div class="entry-content">
{body}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li class="share-twitter"><a href="#">Twitter</a></li><li class="share-facebook"><a href="#">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><ul>
{related}
</ul></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/world/">World</a></span><span class="tags-links">Tagged <a href="/russia/">Russia</a>, <a href="/syria/">Syria</a></span></footer></article>
<nav class="navigation post-navigation"><div class="nav-links"><a href="/a/" rel="prev">Bridge over the Teal closes</a></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on this</h2><ol class="comment-list">
{"".join(f'<li class="comment"><article class="comment-body"><footer class="comment-meta"><b class="fn">Reader {i}</b> says:</footer><div class="comment-content"><p>{c}</p></div></article></li>' for i, c in enumerate(comments, 1))}
</ol></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul>{"".join(f'<li><a href="#">{t}</a></li>' for t, _ in teasers)}</ul></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info"><a href="https://wordpress.org/">Proudly powered by WordPress</a></div></footer></div></body></html>
""", encoding="utf-8")

div = paragraphs("sharaa-visits-russia.txt")
(out / "divs.html").write_text(f"""<html><head><title>Syria's al-Sharaa travels to Moscow</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>
<div><div><div><a href="/">Start</a></div><div><a href="/p">Politics</a></div><div><a href="/e">Economy</a></div><div><a href="/s">Science</a></div></div></div>
<div><div><div><div>Syria's al-Sharaa travels to Moscow</div>
<div>{"<br><br>".join(html.escape(p) for p in div)}</div></div>
<div><div><a href="/1">{teasers[0][0]}</a></div><div><a href="/2">{teasers[1][0]}</a></div><div><a href="/3">{teasers[2][0]}</a></div></div></div></div>
<div><div><a href="/imprint">Imprint</a> | <a href="/contact">Contact</a> | <a href="/terms">Terms of use</a></div></div></body></html>
""", encoding="utf-8")

(out / "windows-1252.html").write_bytes("""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html lang="de"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<title>Bürgermeister eröffnet Brücke - Der Talbote</title><meta name="date" content="12.11.2025"><meta name="author" content="Von der Redaktion"></head><body>
<table width="760" border="0"><tr><td width="160" valign="top"><a href="a.html">Aktuell</a><br><a href="b.html">Sport</a><br><a href="c.html">Anzeigen</a></td>
<td valign="top"><h1>Bürgermeister eröffnet Brücke</h1>
<p>Bürgermeister Jörg Müller hat am Mittwoch die neue Brücke über die Ach eröffnet. „Heute ist ein schöner Tag für Grünau“, sagte Müller vor rund 300 Gästen – fünf Jahre nach dem Hochwasser.
<p>Der Bau kostete 4,2 Mio. €, teilte die Firma Weiß & Söhne mit. Geschäftsführerin Käthe Weiß übergab den Schlüssel an die Stadt.
<table border="1"><tr><th>Bauabschnitt</th><th>Kosten</th></tr><tr><td>Pfeiler</td><td>1,9 Mio. €</td></tr><tr><td>Fahrbahn</td><td>2,3 Mio. €</td></tr></table>
<p>Ab Donnerstag fahren die Busse der Linie 7 wieder über die Ach; die Umleitung über Obertal entfällt.</td></tr></table></body></html>
""".encode("windows-1252"))
