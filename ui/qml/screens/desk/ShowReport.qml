pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// A report, page by page; the same table goes on the roll, into a PDF and into files.
DeskPage {
    id: screen

    readonly property real small: Math.round(21 * Theme.unit)
    readonly property real cellWidth: table.width

    function go(to: string): void {
        screen.send("go", {
            "to": to
        });
    }

    subtitle: screen.body.about
    title: screen.body.title

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_Down)
            screen.go("next");
        else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_Up)
            screen.go("previous");
        else
            return;
        event.accepted = true;
    }

    component Line: Row {
        id: line

        property var cells: []
        property bool strong: false
        property color ink: Theme.ink

        Repeater {
            model: line.cells

            DeskLabel {
                required property int index
                required property string modelData
                readonly property var column: screen.body.columns[index]

                color: line.ink
                font.features: {
                    "tnum": 1
                }
                horizontalAlignment: column?.right ? Text.AlignRight : Text.AlignLeft
                maximumLineCount: 2
                rightPadding: Theme.space
                size: screen.small
                text: modelData
                weight: line.strong ? Font.Bold : Font.Medium
                width: screen.cellWidth * (column?.share ?? 0)
                wrapMode: Text.Wrap
            }
        }
    }

    Column {
        anchors.fill: parent
        spacing: Theme.gap

        DeskNotice {
            text: DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }

        DeskPaper {
            paper: screen.body.paper
            width: parent.width
        }

        DeskCard {
            gap: 6 * Theme.unit
            width: parent.width

            DeskLabel {
                objectName: "emptyText"
                text: qsTr("There is nothing to tell.")
                visible: screen.body.count === 0
            }

            Column {
                id: table

                spacing: 6 * Theme.unit
                visible: screen.body.count > 0
                width: parent.width

                Line {
                    cells: screen.body.columns.map(column => column.title)
                    ink: Theme.soft
                    strong: true
                }

                Repeater {
                    model: screen.body.rows

                    Column {
                        id: row

                        required property var modelData

                        spacing: 6 * Theme.unit
                        width: table.width

                        Rectangle {
                            color: Theme.line
                            height: 1
                            width: parent.width
                        }

                        Line {
                            cells: row.modelData.cells
                        }
                    }
                }

                Rectangle {
                    color: Theme.ink
                    height: Theme.stroke
                    visible: screen.body.totals.length > 0
                    width: parent.width
                }

                Line {
                    cells: screen.body.totals
                    strong: true
                }
            }
        }

        DeskLabel {
            color: Theme.soft
            objectName: "pageText"
            size: screen.small
            text: screen.body.cut ? qsTr("Page %1 of %2 · the first %3 rows, there are more: the totals are of these").arg(screen.body.page).arg(screen.body.pages).arg(screen.body.count) : qsTr("Page %1 of %2 · %3 rows · totals of all of them").arg(screen.body.page).arg(screen.body.pages).arg(screen.body.count)
            visible: screen.body.count > 0
            width: parent.width
        }

        Repeater {
            model: screen.body.notes

            DeskLabel {
                required property string modelData

                color: Theme.care
                size: screen.small
                text: modelData
                width: parent ? parent.width : 0
            }
        }
    }
}
