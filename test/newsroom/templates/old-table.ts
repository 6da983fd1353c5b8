import { type Markup, markup } from '../markup.ts'
import { showDate } from '../show-date.ts'
import type { PageView } from './page-view.ts'

// The clock of the newsroom's world: pages of this template carry the day on which they are read.
const readingDay = new Date('2026-03-12T06:00:00Z')

/** Tables and fonts, as content systems of 1999 wrote them: paragraphs are line breaks, date and byline plain words. */
export function oldTable(page: PageView): Markup {
  const { outlet, article } = page
  return markup`<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${outlet.charset}">
<TITLE>${outlet.name} :: ${article.title}</TITLE>
</HEAD>
<BODY BGCOLOR="#FFFFFF" LINK="${outlet.colour}" TEXT="#111111">
<TABLE WIDTH="100%" BGCOLOR="${outlet.colour}" CELLPADDING="8"><TR><TD><FONT SIZE="6" COLOR="#FFFFFF"><B>${outlet.name}</B></FONT><BR><FONT COLOR="#FFFFFF">${outlet.strap}</FONT></TD><TD ALIGN="right"><FONT SIZE="2" COLOR="#FFFFFF">${showDate(readingDay, outlet.zone).day}</FONT></TD></TR></TABLE>
<TABLE WIDTH="100%" CELLPADDING="8"><TR VALIGN="top">
<TD WIDTH="130" BGCOLOR="#EEEEEE"><FONT SIZE="2"><A HREF="/">Front page</A><BR>
${page.shelves.map((shelf) => markup`<A HREF="/#${shelf}">${shelf}</A><BR>\n`)}<A HREF="/">Archive</A><BR><A HREF="/">Contact</A></FONT></TD>
<TD>
<FONT SIZE="5"><B>${article.title}</B></FONT><BR>
<FONT SIZE="2">${article.authors.length === 0 ? null : markup`By ${article.authors.join(' and ')}<BR>`}${page.date === null ? null : markup`Published ${page.date.british}`}</FONT>
<P><TABLE ALIGN="right" WIDTH="260"><TR><TD><IMG SRC="/media/lead.svg" WIDTH="250"><BR><FONT SIZE="1"><I>${article.caption}</I></FONT></TD></TR></TABLE>
${article.paragraphs.map((text, index) => markup`${index === 0 ? null : markup`<BR><BR>\n`}${text}`)}
${page.agency === null ? null : markup`<P><FONT SIZE="1">Source: ${page.agency}</FONT>`}<P><FONT SIZE="2"><A HREF="#">Print this page</A> | <A HREF="#">Mail this page</A> | <A HREF="#">Bookmark</A></FONT>
</TD>
<TD WIDTH="180" BGCOLOR="#EEEEEE"><FONT SIZE="2"><B>Also in this issue</B><BR>
${page.related.map((link) => markup`<A HREF="${link.path}">${link.title}</A><BR>${link.teaser}<BR><BR>\n`)}<FORM ACTION="/newsletter"><B>${outlet.newsletter.name}</B><BR>${outlet.newsletter.pitch}<BR><INPUT NAME="email" SIZE="14"><INPUT TYPE="submit" VALUE="Go"></FORM></FONT></TD>
</TR></TABLE>
<TABLE WIDTH="100%" CELLPADDING="8"><TR><TD><HR><FONT SIZE="2"><B>Readers’ letters</B></FONT>
${page.comments.map(
  (comment) =>
    markup`<BLOCKQUOTE><FONT SIZE="2">${comment.text} <I>${comment.name}, ${comment.date.day}</I></FONT></BLOCKQUOTE>\n`,
)}</TD></TR></TABLE>
<TABLE WIDTH="100%"><TR><TD ALIGN="center"><FONT SIZE="1">This site uses cookies for visitor statistics. <A HREF="/">What does that mean?</A><BR>(c) 2026 ${outlet.owner}. Best viewed at 1024 x 768.</FONT></TD></TR></TABLE>
</BODY>
</HTML>
`
}
