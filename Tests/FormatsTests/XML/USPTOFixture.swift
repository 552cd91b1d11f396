/// Made-up US documents with every part that the reader knows.
enum USPTOFixture {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    static let grant =
        declaration + "<!DOCTYPE us-patent-grant SYSTEM \"us-patent-grant-v45.dtd\" [ ]>\n"
        + body(number: "99000001")

    static func body(number: String) -> String {
        """
        <us-patent-grant lang="EN" dtd-version="v4.5 2014-04-03" file="SAMPLE.XML" country="US">
        <us-bibliographic-data-grant>
        <publication-reference><document-id><country>US</country><doc-number>0\(number)</doc-number><kind>B2</kind>
        <date>20990106</date></document-id></publication-reference>
        <application-reference appl-type="utility"><document-id><country>US</country><doc-number>99\(number)</doc-number>
        <date>20961009</date></document-id></application-reference>
        <us-term-of-grant><us-term-extension>129</us-term-extension></us-term-of-grant>
        <priority-claims><priority-claim sequence="01" kind="national"><country>CH</country>
        <doc-number>9974/99</doc-number><date>20951026</date></priority-claim></priority-claims>
        <classifications-ipcr><classification-ipcr><section>G</section><class>06</class><subclass>F</subclass>
        <main-group>15</main-group><subgroup>16</subgroup></classification-ipcr></classifications-ipcr>
        <classification-ipc><edition>7</edition><main-classification>G06F017/00</main-classification></classification-ipc>
        <classifications-cpc><main-cpc><classification-cpc><section>H</section><class>04</class><subclass>L</subclass>
        <main-group>9</main-group><subgroup>0819</subgroup></classification-cpc></main-cpc>
        <further-cpc><classification-cpc><section>H</section><class>04</class><subclass>L</subclass>
        <main-group>9</main-group><subgroup>32</subgroup></classification-cpc></further-cpc></classifications-cpc>
        <classification-national><country>US</country><main-classification>705 26</main-classification>
        <further-classification>34053912</further-classification></classification-national>
        <invention-title id="t">Example of a <i>demonstration</i> device</invention-title>
        <us-references-cited>
        <us-citation><patcit num="00001"><document-id><country>US</country><doc-number>2099/0140112</doc-number>
        <kind>A1</kind><name>Example et al.</name><date>20980600</date></document-id></patcit>
        <category>cited by examiner</category></us-citation>
        <us-citation><nplcit num="00002"><othercit>Example &#x201c;Journal&#x201d;, 2098.</othercit></nplcit>
        <category>cited by applicant</category></us-citation>
        </us-references-cited>
        <number-of-claims>2</number-of-claims>
        <us-field-of-classification-search><classification-national><country>US</country>
        <main-classification>None</main-classification></classification-national></us-field-of-classification-search>
        <figures><number-of-drawing-sheets>5</number-of-drawing-sheets><number-of-figures>6</number-of-figures></figures>
        <us-related-documents>
        <us-provisional-application><document-id><country>US</country><doc-number>99195933</doc-number><kind>00</kind>
        <date>20950410</date></document-id></us-provisional-application>
        <continuation-in-part><relation><parent-doc><document-id><country>US</country><doc-number>99000009</doc-number>
        <date>20960101</date></document-id><parent-status>PENDING</parent-status>
        <parent-pct-document><document-id><country>WO</country><doc-number>PCT/US2099/990009</doc-number></document-id></parent-pct-document>
        </parent-doc><child-doc><document-id><country>US</country><doc-number>9</doc-number></document-id></child-doc>
        </relation></continuation-in-part>
        <related-publication><document-id><country>US</country><doc-number>20990101323</doc-number><kind>A1</kind>
        <date>20980410</date></document-id></related-publication>
        </us-related-documents>
        <us-parties>
        <us-applicants><us-applicant app-type="applicant"><addressbook><orgname>Example Corporation</orgname>
        <address><city>Example City</city><state>NY</state><country>US</country></address></addressbook></us-applicant></us-applicants>
        <inventors><inventor><addressbook><last-name>Example</last-name><first-name>Anna B.</first-name>
        <suffix>Jr.</suffix><address><city>Rehovot</city><country>IL</country></address></addressbook></inventor></inventors>
        <agents><agent rep-type="attorney"><addressbook><orgname>Example &#x26; Example, LLC</orgname>
        <address><country>unknown</country></address></addressbook></agent></agents>
        </us-parties>
        <assignees><assignee><addressbook><orgname>Example Holding</orgname><role>02</role></addressbook></assignee></assignees>
        <examiners><primary-examiner><last-name>Sample</last-name><first-name>Max</first-name><department>9999</department></primary-examiner></examiners>
        <pct-or-regional-filing-data><document-id><country>WO</country><doc-number>PCT/EP2099/990001</doc-number>
        <date>20960413</date></document-id><us-371c124-date><date>20970929</date></us-371c124-date></pct-or-regional-filing-data>
        <pct-or-regional-publishing-data><document-id><country>WO</country><doc-number>WO2099/990001</doc-number>
        <date>20970101</date></document-id></pct-or-regional-publishing-data>
        </us-bibliographic-data-grant>
        <abstract id="abstract"><p id="p-1">Example abstract with H<sub>2</sub>O.</p></abstract>
        <drawings id="DRAWINGS"><figure id="f"><img id="EMI-D00000" file="SAMPLE-D00000.TIF"/></figure></drawings>
        <description id="description">
        <?BRFSUM description="Brief Summary" end="lead"?>
        <heading id="h-1" level="1">FIELD</heading>
        <p id="p-2">First <b>paragraph</b>
        goes on.</p>
        <p>List: <ul><li>one</li><li>two</li></ul></p>
        <?BRFSUM description="Brief Summary" end="tail"?>
        </description>
        <us-claim-statement>What is claimed is:</us-claim-statement>
        <claims id="claims">
        <claim id="CLM-00001" num="00001"><claim-text><b>1</b>. A device, comprising:
        <claim-text>a housing; and</claim-text><claim-text>a display.</claim-text></claim-text></claim>
        <claim id="CLM-00002" num="00002"><claim-text>2. The device of <claim-ref idref="CLM-00001">claim 1</claim-ref>,
        wherein it is green.</claim-text></claim>
        </claims>
        </us-patent-grant>

        """
    }

    static let application =
        declaration + """
            <us-patent-application lang="EN" dtd-version="v4.0 2004-12-02" country="US">
            <us-bibliographic-data-application lang="EN" country="US">
            <publication-reference><document-id><country>US</country><doc-number>20999904437</doc-number><kind>A1</kind>
            <date>20990106</date></document-id></publication-reference>
            <application-reference appl-type="utility"><document-id><country>US</country><doc-number>99830857</doc-number>
            <date>20980423</date></document-id></application-reference>
            <classification-national><country>US</country><main-classification>600300000</main-classification></classification-national>
            <invention-title>Example</invention-title>
            <parties><applicants><applicant app-type="applicant-inventor"><addressbook><last-name>Example</last-name>
            <first-name>Heiner</first-name><address><city>Bern</city><country>CH</country></address></addressbook></applicant></applicants></parties>
            </us-bibliographic-data-application>
            <claims><claim id="CLM-01-24" num="01-24"><claim-text><b>1</b>-<b>24</b>. (canceled)</claim-text></claim>
            <claim id="CLM-00025" num="00025"><claim-text><b>25</b>. A thing.</claim-text></claim></claims>
            </us-patent-application>

            """
}
