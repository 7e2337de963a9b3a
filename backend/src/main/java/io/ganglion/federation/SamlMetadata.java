package io.ganglion.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a SAML 2.0 identity provider says of itself.
 *
 * @param signInUrl where the browser goes
 * @param post whether it takes the request as a form; else in the address
 * @param certificates of its signatures, DER in Base64
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">Metadata
 *     for SAML 2.0</a>
 */
record SamlMetadata(String entityId, String signInUrl, boolean post, List<String> certificates) {
  private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  private static final String BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-";
  private static final int LONGEST = 1000;
  private static final int CERTIFICATES = 10;

  SamlMetadata {
    certificates = List.copyOf(certificates);
  }

  /**
   * @param plainHttp whether its page may be without TLS
   * @throws FederationProblem if it is no such document, or lacks what signing in needs
   */
  static SamlMetadata parse(String xml, boolean plainHttp) {
    var root = root(xml);
    if (!METADATA.equals(root.getNamespaceURI())
        || !"EntityDescriptor".equals(root.getLocalName())) {
      throw unusable("Send the metadata of one identity provider: an EntityDescriptor.");
    }
    var entity = root.getAttribute("entityID");
    if (entity.isEmpty() || entity.length() > LONGEST) {
      throw unusable("Its entityID is missing, or longer than %d characters.".formatted(LONGEST));
    }
    var provider =
        elements(root.getElementsByTagNameNS(METADATA, "IDPSSODescriptor"))
            .findFirst()
            .orElseThrow(
                () -> unusable("It has no IDPSSODescriptor: it is no identity provider's."));
    var certificates = certificates(provider);
    if (certificates.isEmpty() || certificates.size() > CERTIFICATES) {
      throw unusable(
          "It needs 1 to %d certificates for signing (KeyDescriptor).".formatted(CERTIFICATES));
    }
    var redirect = address(provider, BINDING + "Redirect", plainHttp);
    var post = address(provider, BINDING + "POST", plainHttp);
    return new SamlMetadata(
        entity,
        post.or(() -> redirect)
            .orElseThrow(
                () ->
                    unusable(
                        "It has no SingleSignOnService with an https address and the binding HTTP-POST or"
                            + " HTTP-Redirect.")),
        post.isPresent(),
        certificates);
  }

  /** Nothing outside of the document is ever read, and no entity of its own is known. */
  private static Element root(String xml) {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    } catch (SAXException e) {
      throw unusable("The metadata is no XML without a document type.");
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> address(Element provider, String binding, boolean plainHttp) {
    return elements(provider.getElementsByTagNameNS(METADATA, "SingleSignOnService"))
        .filter(service -> service.getAttribute("Binding").equals(binding))
        .map(service -> service.getAttribute("Location").strip())
        .filter(location -> web(location, plainHttp))
        .findFirst();
  }

  private static boolean web(String location, boolean plainHttp) {
    try {
      var uri = URI.create(location);
      return location.length() <= LONGEST
          && uri.getHost() != null
          && ("https".equals(uri.getScheme()) || (plainHttp && "http".equals(uri.getScheme())));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Of keys for signing, and of those that say not what for. */
  private static List<String> certificates(Element provider) {
    var all = new ArrayList<String>();
    elements(provider.getElementsByTagNameNS(METADATA, "KeyDescriptor"))
        .filter(key -> !key.getAttribute("use").equals("encryption"))
        .flatMap(key -> elements(key.getElementsByTagNameNS(SIGNATURE, "X509Certificate")))
        .map(certificate -> certificate.getTextContent().replaceAll("\\s", ""))
        .distinct()
        .forEach(text -> all.add(checked(text)));
    return all;
  }

  private static String checked(String text) {
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(text)));
      return text;
    } catch (CertificateException | IllegalArgumentException e) {
      throw unusable("One of its certificates can't be read.");
    }
  }

  private static Stream<Element> elements(NodeList list) {
    return IntStream.range(0, list.getLength()).mapToObj(at -> (Element) list.item(at));
  }

  private static FederationProblem unusable(String why) {
    return FederationProblem.unusable(why);
  }
}
