package dev.solecast.feed;

import java.io.StringWriter;
import java.net.URI;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a page of news as Atom (RFC 4287), with paging by RFC 5005. */
final class AtomFeed {

    static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final XMLStreamWriter out;

    private AtomFeed(XMLStreamWriter out) {
        this.out = out;
    }

    static String of(NewsPage page) {
        var text = new StringWriter();
        try {
            new AtomFeed(XML.createXMLStreamWriter(text)).write(page);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text that XML cannot carry", e);
        }
        return text.toString();
    }

    private void write(NewsPage page) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.setDefaultNamespace(NAMESPACE);
        out.writeStartElement(NAMESPACE, "feed");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", page.language());
        element("id", "urn:uuid:" + page.id());
        element("title", page.title());
        element("updated", page.updated().toString());
        out.writeStartElement(NAMESPACE, "author");
        element("name", "Solecast");
        element("uri", page.home().toString());
        out.writeEndElement();
        link("self", AtomFeed.MEDIA_TYPE, page.self());
        link("alternate", "text/html", page.home());
        link("first", AtomFeed.MEDIA_TYPE, page.first());
        if (page.next() != null) {
            link("next", AtomFeed.MEDIA_TYPE, page.next());
        }
        for (var news : page.news()) {
            write(news);
        }
        out.writeEndDocument();
        out.close();
    }

    private void write(News news) throws XMLStreamException {
        out.writeStartElement(NAMESPACE, "entry");
        element("id", "urn:uuid:" + news.id());
        element("title", news.title());
        element("updated", news.at().toString());
        element("published", news.at().toString());
        link("alternate", "text/html", news.page());
        out.writeEmptyElement(NAMESPACE, "category");
        out.writeAttribute("term", news.kind());
        element("content", news.text());
        out.writeEndElement();
    }

    /** A text construct without a type is plain text. */
    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(NAMESPACE, name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void link(String relation, String type, URI to) throws XMLStreamException {
        out.writeEmptyElement(NAMESPACE, "link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("type", type);
        out.writeAttribute("href", to.toString());
    }
}
