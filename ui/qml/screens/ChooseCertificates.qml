pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 8: one card a type with price and stepper; the running total against the balance.
Page {
    id: screen

    readonly property var registration: screen.body.registration
    readonly property bool failedToLoad: screen.body.error !== "" && screen.body.cards.length === 0

    subtitle: [screen.registration.name, screen.registration.nit === "" || Theme.crowded ? "" : qsTr("NIT %1").arg(screen.registration.nit), qsTr("Registration %1").arg(screen.registration.number)].filter(part => part !== "").join(" · ")
    subtitleIcon: "building-2"
    subtitleSize: Theme.small
    title: qsTr("Which certificate do you need?")

    panel: [
        Pager {
            page: screen.body.page
            pages: screen.body.pages
            visible: screen.body.pages > 1
            width: parent ? parent.width : 0

            onTurned: delta => screen.intent("page", {
                    "delta": delta
                })
        },
        TotalBlock {
            balanceAfter: screen.body.balanceAfter
            count: screen.body.count
            total: screen.body.total
            visible: !screen.failedToLoad
            width: parent ? parent.width : 0
        },
        PrimaryButton {
            icon: "refresh-cw"
            objectName: "retryButton"
            text: qsTr("Try again")
            visible: screen.failedToLoad && !screen.body.loading
            width: parent ? parent.width : 0

            onTapped: screen.intent("retry", {})
        },
        PrimaryButton {
            enabled: screen.body.canContinue
            objectName: "continueButton"
            text: qsTr("Review and pay")
            visible: !screen.failedToLoad || screen.body.loading
            width: parent ? parent.width : 0

            onTapped: screen.intent("continue", {})
        }
    ]

    WaitingNote {
        anchors.centerIn: parent
        text: qsTr("Asking the chamber for its prices …")
        visible: screen.body.loading
        width: parent.width
    }

    Column {
        id: notes

        spacing: Theme.gapWide
        visible: !screen.body.loading
        width: parent.width

        Notice {
            text: Texts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            visible: screen.body.error !== ""
            width: parent.width
        }

        Notice {
            text: screen.body.warnings.join("\n")
            textName: "warningText"
            visible: screen.body.warnings.length > 0
            width: parent.width
        }
    }

    Column {
        id: cards

        readonly property int most: Theme.reach ? 1 : Theme.crowded ? 2 : 3
        readonly property real share: (screen.contentHeight - y - spacing * (most - 1)) / most

        spacing: Theme.landscape || Theme.crowded ? Theme.gap : Theme.gapWide
        visible: !screen.body.loading
        width: parent.width
        y: Math.max(notes.height > 0 ? notes.height + Theme.gapWide : 0, screen.reachTop)

        Repeater {
            model: RowModel {
                rows: screen.body.cards
            }

            CertificateTile {
                compact: Theme.landscape || cards.share < Theme.space * 33 * Theme.textScale / 100
                tight: cards.share < Theme.space * (Theme.landscape ? 23 : Theme.crowded ? 36 : 29) * Theme.textScale / 100
                width: parent ? parent.width : 0

                onIntent: (name, args) => screen.intent(name, args)
            }
        }
    }

    EmptyNote {
        anchors.centerIn: parent
        icon: "file-text"
        text: qsTr("There are no certificates of this registration for sale here. Ask at the counter.")
        visible: !screen.body.loading && screen.body.cards.length === 0 && screen.body.error === ""
        width: parent.width
    }
}
