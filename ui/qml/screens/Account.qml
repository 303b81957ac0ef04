pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 6: what there is to spend, what is held and why, and what happened last.
Page {
    id: screen

    readonly property bool ready: !screen.body.loading && screen.body.error === ""

    readonly property int unfinishedShown: Theme.landscape || Theme.reach || Theme.crowded ? 1 : 2

    finishShown: false
    title: qsTr("Your prepaid account")

    panel: [
        Notice {
            text: Texts.error(screen.body.buyReason)
            textName: "buyReason"
            visible: screen.ready && !screen.body.canBuy && screen.body.buyReason !== ""
            width: parent ? parent.width : 0
        },
        SecondaryButton {
            icon: "hourglass"
            objectName: "unfinishedButton"
            text: qsTr("See what is unfinished")
            visible: Theme.reach && screen.ready && screen.body.unfinished.length > 0
            width: parent ? parent.width : 0

            onTapped: screen.intent("open_unfinished", {})
        },
        SecondaryButton {
            icon: "log-out"
            objectName: "finishButton"
            text: qsTr("End session")
            width: parent ? parent.width : 0

            onTapped: screen.intent("finish", {})
        },
        PrimaryButton {
            icon: "refresh-cw"
            objectName: "retryButton"
            text: qsTr("Try again")
            visible: screen.body.error !== ""
            width: parent ? parent.width : 0

            onTapped: screen.intent("retry", {})
        },
        PrimaryButton {
            enabled: screen.body.canBuy && screen.ready
            objectName: "buyButton"
            text: qsTr("Buy certificates")
            visible: screen.body.error === ""
            width: parent ? parent.width : 0

            onTapped: screen.intent("buy", {})
        }
    ]

    WaitingNote {
        anchors.centerIn: parent
        text: qsTr("Asking the chamber for your balance …")
        visible: screen.body.loading
        width: parent.width
    }

    Notice {
        text: Texts.error(screen.body.error)
        textName: "errorText"
        tone: "bad"
        visible: screen.body.error !== ""
        width: parent.width
    }

    Column {
        id: list

        spacing: Theme.gapWide
        visible: screen.ready
        width: parent.width

        Rectangle {
            border.color: Theme.line
            border.width: Theme.name === "light" ? 0 : Theme.stroke
            height: money.height + Theme.space * 8
            radius: Theme.radius
            visible: screen.body.hasAccount
            width: parent.width

            gradient: Gradient {
                GradientStop {
                    color: Theme.heroTop
                    position: 0
                }

                GradientStop {
                    color: Theme.heroBottom
                    position: 1
                }
            }

            Column {
                id: money

                anchors.left: parent.left
                anchors.leftMargin: Theme.space * 5
                anchors.right: parent.right
                anchors.rightMargin: Theme.space * 5
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space

                Label {
                    color: Theme.heroSoft
                    text: qsTr("Available balance")
                    width: parent.width
                }

                Label {
                    color: Theme.heroInk
                    font.features: {
                        "tnum": 1
                    }
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.large
                    objectName: "available"
                    size: Theme.hero * 0.8
                    text: screen.body.available
                    weight: Font.Bold
                    width: parent.width
                    wrapMode: Text.NoWrap
                }

                Label {
                    color: Theme.heroSoft
                    objectName: "held"
                    size: Theme.small
                    text: qsTr("%1 more is set aside for purchases that are not finished.").arg(screen.body.held)
                    visible: screen.body.held !== ""
                    width: parent.width
                }
            }
        }

        Notice {
            icon: "wallet"
            size: Theme.body
            text: qsTr("There is no prepaid account with your document yet. You can open one at the counter, or pay with the account of a company.")
            textName: "noAccount"
            tone: "info"
            visible: !screen.body.hasAccount
            width: parent.width
        }

        Column {
            spacing: Theme.gap
            visible: screen.body.unfinished.length > 0
            width: parent.width

            Repeater {
                model: RowModel {
                    rows: screen.body.unfinished.slice(0, screen.unfinishedShown).map(line => Object.assign({
                            "state_": line.state
                        }, line))
                }

                UnfinishedCard {
                    enabled: !Theme.reach
                    width: parent ? parent.width : 0

                    onTapped: screen.intent("open_unfinished", {})
                }
            }

            Label {
                color: Theme.care
                size: Theme.small
                text: qsTr("and %n more unfinished purchase(s)", "", screen.body.unfinished.length - screen.unfinishedShown)
                visible: screen.body.unfinished.length > screen.unfinishedShown
                weight: Font.Medium
            }
        }

        Label {
            id: heading

            // No heading over nothing, where the purchases that wait take all the room.
            opacity: movements.height >= Theme.space * 12 * Theme.textScale / 100 ? 1 : 0
            size: Theme.body
            text: qsTr("Latest movements")
            visible: screen.body.movements.length > 0
            weight: Font.Bold
            width: parent.width
        }
    }

    Item {
        id: movements

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: list.bottom
        anchors.topMargin: Theme.space
        visible: screen.ready

        Column {
            id: rows

            readonly property int count: Math.max(1, screen.body.movements.length)

            width: parent.width

            Repeater {
                model: RowModel {
                    rows: screen.body.movements
                }

                MovementRow {
                    height: Math.max(implicitHeight, Math.min(Theme.space * 20, movements.height / rows.count))
                    opacity: y + height <= movements.height + 1 ? 1 : 0
                    width: parent ? parent.width : 0
                }
            }
        }

        EmptyNote {
            anchors.centerIn: parent
            icon: "receipt-text"
            text: qsTr("There are no movements yet.")
            visible: screen.body.hasAccount && screen.body.movements.length === 0
            width: parent.width
        }
    }
}
