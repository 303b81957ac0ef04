pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// Certificates that were sold: the search, then the list and the chosen one, which can be printed again.
DeskPage {
    id: screen

    readonly property real small: Math.round(22 * Theme.unit)
    readonly property string refused: screen.body.noCopy

    function go(to: string): void {
        screen.send("go", {
            "to": to
        });
    }

    primary: screen.body.found ? "" : qsTr("Find")
    subtitle: !screen.body.found ? qsTr("What stands on a paper, or the document of who bought it or whose account paid. Every look is recorded with your name.") : screen.body.cut ? qsTr("The newest ones; there are more. Search with more data to see the others.") : qsTr("The newest first (↑ ↓ to choose).")
    title: qsTr("Certificates sold")

    Keys.onDownPressed: screen.go("down")
    Keys.onUpPressed: screen.go("up")

    Column {
        spacing: Theme.gap
        visible: !screen.body.found
        width: 1000 * Theme.unit

        onVisibleChanged: if (!visible)
            screen.forceActiveFocus()

        DeskNotice {
            text: screen.body.found ? "" : DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: screen.body.error === "nothing-found" ? "info" : "bad"
            width: parent.width
        }

        DeskForm {
            fields: screen.body.fields
            width: parent.width

            onIntent: (name, args) => screen.send(name, args)
        }

        DeskChoices {
            heading: qsTr("Type of document (arrows ← →)")
            label: code => DeskTexts.idType(code)
            name: "idType"
            options: screen.body.idTypes
            width: parent.width

            onPicked: value => screen.send("select", {
                    "name": "id_type",
                    "value": value
                })
        }
    }

    DeskNotice {
        id: failed

        text: screen.body.found ? DeskTexts.error(screen.body.error) : ""
        textName: "failedText"
        tone: "bad"
        width: parent.width
    }

    Row {
        readonly property real topped: failed.visible ? failed.height + Theme.gap : 0

        height: parent.height - topped
        spacing: Theme.gapWide
        visible: screen.body.found
        width: parent.width
        y: topped

        DeskCard {
            id: left

            gap: 0
            width: parent.width * 0.55

            Repeater {
                model: RowModel {
                    rows: screen.body.rows
                }

                Rectangle {
                    id: row

                    required property string certificate
                    required property string code
                    required property string at
                    required property string name
                    required property string about
                    required property string worth
                    required property bool selected

                    color: row.selected ? Theme.tint : "transparent"
                    height: 86 * Theme.unit
                    objectName: "certificate_" + row.code
                    radius: 10 * Theme.unit
                    width: parent ? parent.width : 0

                    DeskLabel {
                        color: row.selected ? Theme.accent : Theme.ink
                        elide: Text.ElideRight
                        maximumLineCount: 1
                        size: screen.small
                        text: row.name
                        weight: Font.DemiBold
                        width: parent.width - code.width - Theme.gap * 3
                        x: Theme.gap
                        y: 10 * Theme.unit
                    }

                    DeskLabel {
                        id: code

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gap
                        font.features: {
                            "tnum": 1
                        }
                        size: screen.small
                        text: row.code
                        weight: Font.DemiBold
                        y: 10 * Theme.unit
                    }

                    DeskLabel {
                        color: Theme.soft
                        elide: Text.ElideRight
                        maximumLineCount: 1
                        size: screen.small
                        text: row.at + " · " + row.about
                        width: parent.width - mark.width - Theme.gap * 3
                        x: Theme.gap
                        y: 46 * Theme.unit
                    }

                    DeskLabel {
                        id: mark

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gap
                        color: Theme.bad
                        size: screen.small
                        text: row.worth === "valid" ? "" : CopyTexts.state(row.worth)
                        weight: Font.DemiBold
                        y: 46 * Theme.unit
                    }

                    TapArea {
                        onTapped: screen.send("select", {
                            "name": "certificate",
                            "value": row.certificate
                        })
                    }
                }
            }

            DeskLabel {
                color: Theme.soft
                objectName: "pageText"
                size: screen.small
                text: qsTr("Page %1 of %2").arg(screen.body.page).arg(screen.body.pages)
                visible: screen.body.pages > 1
            }
        }

        Column {
            spacing: Theme.gap
            width: parent.width - left.width - parent.spacing

            DeskNotice {
                text: screen.refused === "" ? "" : CopyTexts.noCopy(screen.refused)
                textName: "noCopyText"
                tone: "care"
                width: parent.width
            }

            SoldCertificate {
                gap: (screen.refused === "" ? 8 : 2) * Theme.unit
                sold: screen.body.sold
                width: parent.width
            }
        }
    }
}
