pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 2: what would the person like to do.
Page {
    id: screen

    panelShown: false
    subtitle: qsTr("Choose one of these services.")
    title: qsTr("What would you like to do?")

    Column {
        spacing: Theme.gapWide
        width: parent.width
        y: Theme.landscape ? Theme.gap : Theme.space * 6

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

    HintRow {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapWide
        icon: "shield-check"
        text: qsTr("Nobody from the chamber will ask for your keys. Cover the screen while you type them.")
        width: parent.width
    }
}
