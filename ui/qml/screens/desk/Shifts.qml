pragma ComponentBehavior: Bound

import QtQuick
import "../../components"
import Dispensador

// Shifts, the newest first; of the chosen one its closes, and who opened it again.
DeskPage {
    id: screen

    readonly property real small: Math.round(22 * Theme.unit)

    function colour(sign: string): color {
        return sign === "even" ? Theme.good : Theme.bad;
    }

    function go(to: string): void {
        screen.send("go", {
            "to": to
        });
    }

    subtitle: screen.body.own ? qsTr("Yours, the newest first (↑ ↓ to choose).") : qsTr("Everybody's, the newest first (↑ ↓ to choose).")
    title: qsTr("Shifts and their closes")

    Keys.onDownPressed: screen.go("down")
    Keys.onUpPressed: screen.go("up")

    Column {
        id: said

        spacing: Theme.gap
        width: parent.width

        DeskNotice {
            text: DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }

        DeskNotice {
            text: RecordTexts.outcome(screen.body.told)
            textName: "toldText"
            tone: screen.body.told === "same" ? "info" : "good"
            width: parent.width
        }
    }

    Row {
        id: halves

        readonly property real topped: said.height > 0 ? said.height + Theme.gap : 0

        height: parent.height - topped
        spacing: Theme.gapWide
        visible: screen.body.error === ""
        width: parent.width
        y: topped

        DeskCard {
            id: left

            gap: 0
            height: halves.height
            width: parent.width * 0.56

            DeskLabel {
                objectName: "emptyText"
                text: qsTr("There is no shift yet.")
                visible: list.count === 0
            }

            Repeater {
                id: list

                model: RowModel {
                    rows: screen.body.rows
                }

                Rectangle {
                    id: row

                    required property string shift
                    required property string login
                    required property string place
                    required property string openedAt
                    required property string closedAt
                    required property string standing
                    required property string difference
                    required property string sign
                    required property bool selected

                    border.color: row.selected ? Theme.brand : "transparent"
                    border.width: Theme.stroke
                    color: row.selected ? Theme.tint : "transparent"
                    height: 76 * Theme.unit
                    objectName: "shift_" + row.shift
                    radius: 10 * Theme.unit
                    width: parent ? parent.width : 0

                    DeskLabel {
                        color: row.selected ? Theme.accent : Theme.ink
                        text: row.login
                        weight: Font.Bold
                        width: 210 * Theme.unit
                        x: Theme.gap
                        y: 6 * Theme.unit
                    }

                    DeskLabel {
                        color: Theme.soft
                        size: screen.small
                        text: row.place
                        width: 210 * Theme.unit
                        x: Theme.gap
                        y: 40 * Theme.unit
                    }

                    DeskLabel {
                        size: screen.small
                        text: row.openedAt
                        x: 250 * Theme.unit
                        y: 8 * Theme.unit
                    }

                    DeskLabel {
                        color: Theme.soft
                        size: screen.small
                        text: row.closedAt
                        x: 250 * Theme.unit
                        y: 40 * Theme.unit
                    }

                    DeskLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        color: row.standing === "closed" ? Theme.soft : row.standing === "open" ? Theme.good : Theme.care
                        text: RecordTexts.standing(row.standing)
                        weight: Font.DemiBold
                        x: 520 * Theme.unit
                    }

                    DeskLabel {
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gap
                        anchors.verticalCenter: parent.verticalCenter
                        color: screen.colour(row.sign)
                        font.features: {
                            "tnum": 1
                        }
                        text: row.difference
                        weight: Font.Bold
                    }

                    TapArea {
                        onTapped: screen.send("select", {
                            "name": "shift",
                            "value": row.shift
                        })
                    }
                }
            }

            DeskLabel {
                color: Theme.soft
                height: 40 * Theme.unit
                horizontalAlignment: Text.AlignHCenter
                objectName: "pageText"
                size: screen.small
                text: qsTr("Page %1 of %2").arg(screen.body.page).arg(screen.body.pages)
                verticalAlignment: Text.AlignBottom
                visible: screen.body.pages > 1
                width: parent.width
            }
        }

        DeskCard {
            id: right

            clip: true
            gap: Theme.gap
            height: halves.height
            visible: list.count > 0
            width: parent.width - left.width - parent.spacing

            DeskPair {
                label: qsTr("Base")
                value: screen.body.base
                width: parent.width
            }

            DeskLabel {
                color: Theme.soft
                objectName: "noCloseText"
                text: qsTr("It has not been closed yet: what should be in its drawer is said after the count.")
                visible: list.count > 0 && screen.body.closes.length === 0
                width: parent.width
            }

            Repeater {
                model: RowModel {
                    rows: screen.body.reopened.slice(0, 2)
                }

                DeskNotice {
                    required property string at
                    required property string by
                    required property string reason

                    size: screen.small
                    text: qsTr("Opened again by %1 on %2: %3").arg(by).arg(at).arg(reason)
                    tone: "care"
                    width: parent ? parent.width : 0
                }
            }

            // Nothing in it can be touched, so it may be rebuilt whole: a list of lists is no model.
            Repeater {
                model: screen.body.closes.slice(0, screen.body.reopened.length > 0 ? 2 : 3)

                Column {
                    id: close

                    required property var modelData

                    spacing: 4 * Theme.unit
                    width: parent ? parent.width : 0

                    Rectangle {
                        color: Theme.line
                        height: Theme.stroke
                        width: parent.width
                    }

                    DeskLabel {
                        size: screen.small
                        text: qsTr("Close %1 · %2 · %3").arg(close.modelData.number).arg(RecordTexts.close(close.modelData.kind)).arg(close.modelData.at)
                        weight: Font.Bold
                    }

                    DeskCells {
                        cells: [qsTr("Form"), qsTr("Expected"), qsTr("Counted"), qsTr("Difference")]
                        head: true
                        width: parent.width
                    }

                    Repeater {
                        model: close.modelData.lines

                        DeskCells {
                            required property var modelData

                            cells: [DeskTexts.form(modelData.form), modelData.expected, modelData.counted, modelData.difference]
                            tone: screen.colour(modelData.sign)
                            width: parent ? parent.width : 0
                        }
                    }

                    DeskLabel {
                        color: Theme.soft
                        size: screen.small
                        text: qsTr("Explained: %1").arg(close.modelData.explained)
                        visible: close.modelData.explained !== ""
                        width: parent.width
                    }

                    DeskLabel {
                        color: Theme.care
                        size: screen.small
                        text: qsTr("Movements without answer when it was closed: %1").arg(close.modelData.unsent)
                        visible: close.modelData.unsent > 0
                        width: parent.width
                    }
                }
            }
        }
    }
}
