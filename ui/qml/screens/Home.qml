pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 2: what would the person like to do, and how it goes.
Page {
    id: screen

    readonly property int count: Math.max(1, screen.body.actions.length)
    readonly property real room: foot.y - services.y - Theme.gapWide

    panelShown: false
    subtitle: qsTr("Choose one of these services.")
    title: qsTr("What would you like to do?")

    Column {
        id: services

        spacing: Theme.gapWide
        width: parent.width
        y: Theme.landscape ? 0 : Theme.gapWide

        Repeater {
            model: RowModel {
                rows: screen.body.actions.map(action => ({
                            "code": action.code,
                            "available": action.enabled,
                            "reason": Texts.error(action.reason)
                        }))
            }

            ActionCard {
                description: Texts.actionDescription(code)
                height: Math.max(implicitHeight, Math.min(Theme.space * 56, (screen.room - services.spacing * (screen.count - 1)) / screen.count))
                icon: code === "buy" ? "file-text" : "wallet"
                name: Texts.action(code)
                objectName: "action_" + code
                width: parent ? parent.width : 0

                onTapped: screen.intent("choose", {
                    "action": code
                })
            }
        }
    }

    Column {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.landscape ? 0 : Theme.gapWide
        spacing: Theme.space * (Theme.landscape ? 3 : 5)
        width: parent.width

        HowItGoes {
            visible: Theme.textScale < 150
            width: parent.width
        }

        HintRow {
            icon: "shield-check"
            text: qsTr("Nobody from the chamber will ask for your keys. Cover the screen while you type them.")
            width: parent.width
        }
    }
}
