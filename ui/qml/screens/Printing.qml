import QtQuick
import "../components"
import Dispensador

// Screen 10: real progress, and what the machine waits for. There is no time-out and no way back here.
Page {
    id: screen

    readonly property bool held: screen.body.waitingFor !== ""
    readonly property bool wide: Theme.landscape

    panelShown: false
    subtitle: screen.held ? qsTr("Printing goes on by itself as soon as it is solved.") : screen.body.remainingS > 0 ? qsTr("Certificate %1 of %2").arg(screen.body.current).arg(screen.body.total) + " · " + qsTr("about %n second(s) left", "", screen.body.remainingS) : qsTr("Certificate %1 of %2").arg(screen.body.current).arg(screen.body.total)
    title: screen.held ? qsTr("Printing is waiting") : screen.body.total > 1 ? qsTr("Printing your certificates") : qsTr("Printing your certificate")

    Item {
        id: picture

        height: screen.wide ? parent.height : Math.max(Theme.space * 24, parent.height - list.neededHeight - Theme.gapWide)
        width: screen.wide ? Math.round(parent.width * (screen.body.copies.length > 5 ? 0.22 : 0.36)) : parent.width

        PaperSlot {
            anchors.horizontalCenter: parent.horizontalCenter
            feeding: !screen.held
            height: parent.height - y
            progress: 0.08 + 0.92 * screen.body.progress
            width: Math.min(parent.width, Theme.space * 74)
            y: screen.wide ? 0 : Theme.gapWide
        }
    }

    Column {
        id: list

        readonly property real fixedHeight: bar.height + hint.height + (problem.visible ? problem.height + Theme.gapWide : 0) + Theme.gapWide * 2
        readonly property real neededHeight: fixedHeight + Math.min(Theme.space * 96, screen.body.copies.length * Theme.space * 15)

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        spacing: Theme.gapWide
        width: screen.wide ? parent.width - picture.width - Theme.space * 6 : parent.width

        Notice {
            id: problem

            text: Texts.fault(screen.body.waitingFor) + " " + qsTr("Please tell somebody from the chamber.")
            textName: "waitingFor"
            visible: screen.held
            width: parent.width
        }

        ProgressBar {
            id: bar

            objectName: "progress"
            value: screen.body.progress
            width: parent.width
        }

        CopyList {
            copies: screen.body.copies
            current: screen.body.current
            held: screen.held
            room: screen.contentHeight - list.fixedHeight - (screen.wide ? 0 : picture.height + Theme.gapWide)
            turning: false
            width: parent.width
        }

        HintRow {
            id: hint

            icon: "shield-check"
            text: qsTr("Only what comes out printed is charged. Please stay: take each certificate when the machine cuts it.")
            width: parent.width
        }
    }
}
