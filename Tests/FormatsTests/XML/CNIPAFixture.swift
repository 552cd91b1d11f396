/// A made-up Chinese patent document with every part that the reader knows.
enum CNIPAFixture {
    static let head = """
        <?xml version="1.0" encoding="utf-8" standalone="no"?>
        <!DOCTYPE business:PatentDocumentAndRelated SYSTEM "/DTDS/ipphdb-entities.dtd"[]>
        """

    static let document = head + body(number: "209999000001.2")

    static func body(number: String) -> String {
        """

        <business:PatentDocumentAndRelated xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" \
        xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" \
        xmlns:tbl="http://oasis-open.org/specs/soextblx" lang="zh" country="CN">
          <business:BibliographicData>
            <business:PublicationReference dataFormat="original"><base:DocumentID>
              <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>199000001</base:DocNumber>
              <base:Kind>B</base:Kind><base:Date>20990803</base:Date>
            </base:DocumentID></business:PublicationReference>
            <business:PublicationReference dataFormat="standard"><base:DocumentID>
              <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>00199000001</base:DocNumber>
            </base:DocumentID></business:PublicationReference>
            <business:PublicAvailabilityDate><business:GazetteReference>
              <business:GazetteNumber>99-3101</business:GazetteNumber><base:Date>20990803</base:Date>
            </business:GazetteReference></business:PublicAvailabilityDate>
            <business:ApplicationReference applType="10" dataFormat="original"><base:DocumentID>
              <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>\(number)</base:DocNumber>
              <base:Date>20970424</base:Date>
            </base:DocumentID></business:ApplicationReference>
            <business:PriorityDetails>
              <business:Priority kind="international" dataFormat="original">
                <base:WIPOST3Code>KR</base:WIPOST3Code><base:DocNumber>10-2099-9900001</base:DocNumber>i
                <base:Date>20960523</base:Date>
              </business:Priority>
              <business:Priority kind="international" dataFormat="standard">
                <base:WIPOST3Code>KR</base:WIPOST3Code><base:DocNumber>102099009900001</base:DocNumber>
              </business:Priority>
            </business:PriorityDetails>
            <business:ClassificationIPC>
              <business:MainClassification dataFormat="original">B03C3/09</business:MainClassification>
              <business:MainClassification dataFormat="standard">B03C0003090000</business:MainClassification>
            </business:ClassificationIPC>
            <business:ClassificationIPCRDetails><business:ClassificationIPCR sequence="1">
              <business:Section>G</business:Section><business:MainClass>06</business:MainClass>
              <business:Subclass>F</business:Subclass><business:MainGroup>13</business:MainGroup>
              <business:Subgroup>12</business:Subgroup><base:Text>G06F   13/12    (2006.01)</base:Text>
            </business:ClassificationIPCR></business:ClassificationIPCRDetails>
            <business:InventionTitle lang="zh">示例 一种演示装置</business:InventionTitle>
            <business:ReferencesCited><business:Citation><business:ApplicationCitation>
              <business:PublicationReference dataFormat="original"><base:DocumentID>
                <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>199000002</base:DocNumber>
                <base:Kind>A</base:Kind><base:Date>20960111</base:Date>
              </base:DocumentID></business:PublicationReference>
            </business:ApplicationCitation></business:Citation></business:ReferencesCited>
            <business:RelatedDocuments>
              <business:RelatedPublicationDoc><base:DocumentID>
                <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>199000001</base:DocNumber>
                <base:Kind>A</base:Kind><base:Date>20980112</base:Date>
              </base:DocumentID></business:RelatedPublicationDoc>
              <business:Division><business:DocumentsRelation>
                <business:ParentDocument><base:DocumentID>
                  <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>209799000009.9</base:DocNumber>
                  <base:Date>20970424</base:Date>
                </base:DocumentID></business:ParentDocument>
                <business:ChildDocument><base:DocumentID><base:Date>00000000</base:Date></base:DocumentID></business:ChildDocument>
              </business:DocumentsRelation></business:Division>
            </business:RelatedDocuments>
            <business:Parties>
              <business:ApplicantDetails><business:Applicant><base:AddressBook lang="zh">
                <base:Name>示例科技有限公司</base:Name>
                <base:Address><base:Street>0</base:Street><base:County>示例区</base:County><base:City>示例市</base:City>
                  <base:Province>广东省</base:Province><base:PostCode>990000</base:PostCode>
                  <base:WIPOST3Code>CN</base:WIPOST3Code><base:Text>990000 广东省示例市示例路1号</base:Text></base:Address>
              </base:AddressBook></business:Applicant></business:ApplicantDetails>
              <business:InventorDetails>
                <business:Inventor><base:AddressBook><base:Name>示例甲</base:Name></base:AddressBook></business:Inventor>
                <business:Inventor><base:AddressBook><base:Name>示例乙</base:Name></base:AddressBook></business:Inventor>
              </business:InventorDetails>
              <business:AgentDetails>
                <business:CustomerNumber>00000</business:CustomerNumber>
                <business:Agent>
                  <business:Agency><base:AddressBook><base:OrganizationName>示例专利代理事务所 99999</base:OrganizationName></base:AddressBook></business:Agency>
                  <base:AddressBook><base:Name>示例丙</base:Name></base:AddressBook>
                </business:Agent>
                <business:Agent>
                  <business:Agency><base:AddressBook><base:OrganizationName>示例专利代理事务所 99999</base:OrganizationName></base:AddressBook></business:Agency>
                  <base:AddressBook><base:Name>示例丁</base:Name></base:AddressBook>
                </business:Agent>
              </business:AgentDetails>
            </business:Parties>
            <business:AssigneeDetails><business:Assignee><base:AddressBook>
              <base:Name>示例集团</base:Name></base:AddressBook></business:Assignee></business:AssigneeDetails>
            <business:ExaminerDetails><business:Examiner><base:Name>示例戊</base:Name></business:Examiner></business:ExaminerDetails>
            <business:NationalStageEntryDate><base:Date>20980903</base:Date></business:NationalStageEntryDate>
            <business:PCTOrRegionalApplicationData><base:DocumentID>
              <base:WIPOST3Code>US</base:WIPOST3Code><base:DocNumber>PCT/US2099/990001</base:DocNumber>
              <base:Date>20970224</base:Date></base:DocumentID></business:PCTOrRegionalApplicationData>
            <business:PCTOrRegionalPublishingData><base:DocumentID lang="en">
              <base:WIPOST3Code>WO</base:WIPOST3Code><base:DocNumber>2099/990001</base:DocNumber>
              <base:Date>20970902</base:Date></base:DocumentID></business:PCTOrRegionalPublishingData>
          </business:BibliographicData>
          <business:Abstract lang="zh">
            <base:Paragraphs>示例摘要一。</base:Paragraphs><base:Paragraphs>示例摘要二。</base:Paragraphs>
            <business:AbstractFigure><base:Figure><base:Image file="SAMPLE_A.TIF" /></base:Figure></business:AbstractFigure>
          </business:Abstract>
          <business:Description lang="zh">
            <business:InventionTitle>示例 一种演示装置</business:InventionTitle>
            <business:TechnicalField><base:Paragraphs>本示例的R<base:Sup>1</base:Sup>为氢，n&gt;1。</base:Paragraphs></business:TechnicalField>
            <base:Paragraphs>式<base:MathDetails><base:MathText><![CDATA[<math>&alpha;</math>]]></base:MathText></base:MathDetails>如上。</base:Paragraphs>
            <base:Paragraphs><tbl:row><tbl:entry>甲</tbl:entry><tbl:entry>乙</tbl:entry></tbl:row></base:Paragraphs>
          </business:Description>
          <business:Drawings><base:Figure num="0001"><base:Image file="SAMPLE_1.TIF" /></base:Figure></business:Drawings>
          <business:Claims lang="zh">
            <business:Claim num="0001"><business:ClaimText>1.一种演示装置，其特征在于，包括：</business:ClaimText>
              <business:ClaimText>主体。</business:ClaimText></business:Claim>
            <business:Claim num="0002"><business:ClaimText>2、如权利要求1所述的装置，还包括
              <base:Image file="SAMPLE_C.TIF" />。</business:ClaimText></business:Claim>
            <business:Claim num="0003"><business:ClaimText>3.一种演示方法。</business:ClaimText></business:Claim>
          </business:Claims>
        </business:PatentDocumentAndRelated>
        """
    }
}
