pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// The last lines of the log by severity, and whether a stick is there to take them away.
SectionPage {
    id: screen

    Column {
        spacing: Theme.gap
        visible: !screen.body.loading
        width: parent.width

        Notice {
            readonly property var stick: screen.body.facts[0] ?? null

            icon: "plug"
            text: stick ? qsTr("Stick: %1").arg(MaintenanceTexts.fact(stick.word, stick.value)) : ""
            textName: "stickText"
            tone: stick ? stick.tone : "info"
            visible: stick !== null && screen.body.told === ""
            width: parent.width
        }

        Grid {
            id: choice

            readonly property real share: (width - columnSpacing * (columns - 1)) / columns

            columnSpacing: Theme.gap
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap
            width: parent.width

            Row {
                id: levels

                spacing: Theme.gap
                width: choice.share

                Repeater {
                    model: RowModel {
                        rows: screen.body.levels
                    }

                    SecondaryButton {
                        required property string code
                        required property bool selected

                        border.width: Theme.stroke * (selected ? 2 : 1)
                        color: selected ? Theme.tint : Theme.surface
                        implicitHeight: Theme.touch
                        objectName: "level_" + code
                        once: false
                        text: code === "info" ? qsTr("All") : code === "warning" ? qsTr("Warnings") : qsTr("Errors")
                        width: (levels.width - levels.spacing * 2) / 3

                        onTapped: screen.intent("sift", {
                            "least": code
                        })
                    }
                }
            }

            Pager {
                page: screen.body.page
                pages: screen.body.pages
                visible: screen.body.pages > 1
                width: choice.share

                onTurned: delta => screen.intent("page", {
                        "delta": delta
                    })
            }
        }

        LogLines {
            lines: screen.body.rows
            visible: screen.body.rows.length > 0
            width: parent.width
        }

        EmptyNote {
            icon: "circle-check"
            text: qsTr("Nothing of this kind was written down.")
            visible: screen.body.rows.length === 0
            width: parent.width
        }
    }
}
