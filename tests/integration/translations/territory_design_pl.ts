<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>TerritoryDesign</name>
    <message>
        <source>Balance territories</source>
        <translation>Wyrównaj obszary</translation>
    </message>
    <message numerus="yes">
        <source>{count} areas</source>
        <translation>
            <numerusform>{count} obszar</numerusform>
            <numerusform>{count} obszary</numerusform>
            <numerusform>{count} obszarów</numerusform>
        </translation>
    </message>
</context>
</TS>
