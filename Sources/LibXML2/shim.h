// The place of libxml2's headers, for CLibXML2 alone: none of its types reach Swift.
