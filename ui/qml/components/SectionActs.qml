pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// What can be done in a section; an act that wants a reason asks for it in its place.
Item {
    id: acts

    required property var body
    readonly property bool asks: body.asking !== ""

    signal intent(string name, var args)

    implicitHeight: asks ? card.height : buttons.height

    Grid {
        id: buttons

        columnSpacing: Theme.gap
        columns: Theme.landscape ? Math.max(1, acts.body.acts.length) : acts.body.acts.length > 2 ? 2 : 1
        rowSpacing: Theme.gap
        visible: !acts.asks
        width: parent.width

        Repeater {
            model: RowModel {
                rows: acts.body.acts
            }

            SecondaryButton {
                required property string code
                required enabled

                icon: acts.body.doing === code && buttons.columns < 5 ? "hourglass" : ""
                objectName: "act_" + code
                text: acts.body.doing === code ? qsTr("Working …") : MaintenanceTexts.acts[code] ?? code
                width: (buttons.width - buttons.columnSpacing * (buttons.columns - 1)) / buttons.columns

                onTapped: acts.intent("act", {
                    "code": code
                })
            }
        }
    }

    Card {
        id: card

        border.color: Theme.brand
        height: question.height + Theme.gapWide * 2
        visible: acts.asks
        width: parent.width

        Column {
            id: question

            anchors.left: parent.left
            anchors.leftMargin: Theme.gapWide
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapWide
            spacing: Theme.gap
            y: Theme.gapWide

            Label {
                objectName: "askingText"
                size: Theme.body
                text: qsTr("%1: why?").arg(MaintenanceTexts.acts[acts.body.asking] ?? "")
                weight: Font.Bold
                width: parent.width
            }

            Grid {
                id: reasons

                columnSpacing: Theme.gap
                columns: Theme.landscape ? 2 : 1
                rowSpacing: Theme.gap
                width: parent.width

                Repeater {
                    model: acts.body.reasons

                    SecondaryButton {
                        required property string modelData

                        objectName: "why_" + modelData
                        text: MaintenanceTexts.reasons[modelData] ?? modelData
                        width: (reasons.width - reasons.columnSpacing * (reasons.columns - 1)) / reasons.columns

                        onTapped: acts.intent("why", {
                            "code": modelData
                        })
                    }
                }

                SecondaryButton {
                    icon: "x"
                    objectName: "cancelButton"
                    text: qsTr("Do not do it")
                    width: (reasons.width - reasons.columnSpacing * (reasons.columns - 1)) / reasons.columns

                    onTapped: acts.intent("back", {})
                }
            }
        }
    }
}
