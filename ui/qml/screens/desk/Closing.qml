pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// The blind close: the drawer is counted first; what should be in it is told only when the count is written down.
DeskPage {
    id: screen

    readonly property string stage: screen.body.stage

    primary: stage === "count" ? qsTr("Done counting") : stage === "sure" ? qsTr("Close the shift") : screen.body.mustExplain ? qsTr("Keep the reason") : qsTr("Finish")
    subtitle: stage === "count" ? qsTr("Type how many notes and coins of each there are. Tab goes to the next one. What is expected is told afterwards.") : stage === "sure" ? qsTr("The count cannot be changed afterwards.") : ""
    title: stage === "told" ? (screen.body.provisional ? qsTr("Shift closed provisionally") : qsTr("Shift closed")) : stage === "sure" ? qsTr("Close with this count?") : qsTr("Count the drawer")

    onStageChanged: if (stage === "sure")
        screen.forceActiveFocus()

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide
        visible: screen.stage !== "told"

        DeskCard {
            id: count

            gap: Theme.space * 0.75
            heading: qsTr("Notes and coins")
            width: 800 * Theme.unit

            Grid {
                columnSpacing: Theme.gapWide
                columns: 2
                enabled: screen.stage === "count"
                flow: Grid.TopToBottom
                rowSpacing: Theme.space
                rows: 6
                width: parent.width

                Repeater {
                    model: RowModel {
                        rows: screen.body.pieces
                    }

                    Row {
                        id: piece

                        required property int index
                        required property string name
                        required property string value
                        required property string text
                        required property string total

                        spacing: Theme.space
                        width: (count.width - Theme.gapWide * 3) / 2

                        DeskLabel {
                            anchors.verticalCenter: parent.verticalCenter
                            horizontalAlignment: Text.AlignRight
                            text: piece.value
                            weight: Font.DemiBold
                            width: 118 * Theme.unit
                        }

                        DeskField {
                            id: counted

                            compact: true
                            kind: "count"
                            label: ""
                            length: 0
                            name: piece.name
                            note: ""
                            text: piece.text
                            width: 100 * Theme.unit
                            wrong: false

                            Component.onCompleted: if (piece.index === 0)
                                Qt.callLater(counted.grab)
                            onIntent: (name, args) => screen.send(name, args)
                        }

                        DeskLabel {
                            anchors.verticalCenter: parent.verticalCenter
                            color: piece.text === "" ? Theme.line : Theme.ink
                            font.features: {
                                "tnum": 1
                            }
                            horizontalAlignment: Text.AlignRight
                            text: piece.total
                            width: parent.width - 118 * Theme.unit - counted.width - parent.spacing * 2
                        }
                    }
                }
            }
        }

        Column {
            spacing: Theme.gap
            width: parent.width - count.width - parent.spacing

            DeskCard {
                gap: Theme.gap
                heading: qsTr("Vouchers, by their sums")
                visible: screen.stage === "count"
                width: parent.width

                Grid {
                    columnSpacing: Theme.gapWide
                    columns: 2
                    rowSpacing: Theme.space
                    width: parent.width

                    Repeater {
                        model: RowModel {
                            rows: screen.body.stage === "count" ? screen.body.fields : []
                        }

                        DeskField {
                            compact: true
                            width: parent ? (parent.width - Theme.gapWide) / 2 : 0

                            onIntent: (name, args) => screen.send(name, args)
                        }
                    }
                }
            }

            DeskCard {
                gap: Theme.gap
                heading: qsTr("Counted")
                width: parent.width

                DeskPair {
                    label: qsTr("Cash")
                    strong: true
                    value: screen.body.cash
                    valueName: "cashText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Vouchers")
                    value: screen.body.vouchers
                    width: parent.width
                }
            }

            DeskNotice {
                text: screen.body.unsent > 0 && !screen.body.offline ? qsTr("%n movement(s) not confirmed by the chamber. Ask about payments first (Esc, F6); what was printed is sent by itself. If you close now, the close says so.", "", screen.body.unsent) : ""
                textName: "unsentText"
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                // Without central the sentence below says so; a disk that fails is told.
                text: screen.body.offline && screen.body.error !== "disk" ? "" : DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.offline ? qsTr("There is no connection. F7 closes it with this count on this computer alone, marked as provisional; the count cannot be changed afterwards.") : ""
                textName: "offlineText"
                tone: "care"
                width: parent.width
            }
        }
    }

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide
        visible: screen.stage === "told"

        DeskCard {
            id: table

            gap: Theme.gap
            width: 900 * Theme.unit

            DeskCells {
                cells: [qsTr("Form of payment"), qsTr("Expected"), qsTr("Counted"), qsTr("Difference")]
                head: true
                width: parent.width
            }

            Repeater {
                model: RowModel {
                    rows: screen.body.lines
                }

                DeskCells {
                    id: row

                    required property string form
                    required property string expected
                    required property string counted
                    required property string difference
                    required property string sign

                    cells: [DeskTexts.form(row.form), row.expected, row.counted, row.difference]
                    objectName: "form_" + row.form
                    tone: row.sign === "even" ? Theme.good : Theme.bad
                    width: parent ? parent.width : 0
                }
            }

            Rectangle {
                color: screen.body.sign === "even" ? Theme.goodTint : Theme.badTint
                height: 84 * Theme.unit
                radius: 14 * Theme.unit
                width: parent.width

                DeskLabel {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    color: screen.body.sign === "even" ? Theme.good : Theme.bad
                    text: screen.body.sign === "even" ? qsTr("Everything agrees") : screen.body.sign === "over" ? qsTr("There is too much") : qsTr("It does not agree")
                    weight: Font.Bold
                }

                Label {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    color: screen.body.sign === "even" ? Theme.good : Theme.bad
                    font.features: {
                        "tnum": 1
                    }
                    objectName: "differenceText"
                    size: Math.round(44 * Theme.unit)
                    text: screen.body.difference
                    weight: Font.Bold
                }
            }
        }

        Column {
            spacing: Theme.gap
            width: parent.width - table.width - parent.spacing

            DeskForm {
                fields: screen.stage === "told" ? screen.body.fields : []
                visible: screen.body.mustExplain
                width: parent.width

                onIntent: (name, args) => screen.send(name, args)
            }

            DeskNotice {
                text: screen.body.provisional ? qsTr("Provisional: expected is what this computer knows. The chamber computes it again when there is a connection, and what differs becomes a close of its own.") : ""
                textName: "provisionalText"
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.handedIn ? qsTr("Handed in: the chamber has the count that was noted without connection. This is what it computed.") : ""
                textName: "handedText"
                tone: "good"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.explained === "" ? "" : qsTr("Explained: %1").arg(screen.body.explained)
                textName: "explainedText"
                tone: "info"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.unsent > 0 && screen.stage === "told" ? qsTr("Closed with %n movement(s) not confirmed. A supervisor computes the close again when they are known.", "", screen.body.unsent) : ""
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: DeskTexts.error(screen.body.error)
                tone: "bad"
                width: parent.width
            }

            DeskPaper {
                paper: screen.body.paper
                width: parent.width
            }
        }
    }
}
