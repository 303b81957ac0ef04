import QtQuick
import Dispensador

// Pages of a list, with big buttons instead of a scroll bar. A narrow one has its count above.
Item {
    id: pager

    property int page: 1
    property int pages: 1
    readonly property bool narrow: width < Theme.space * 80
    readonly property bool bare: narrow || Theme.crowded // the words need the room of the marks
    readonly property real buttonWidth: narrow ? (width - Theme.gap) / 2 : Math.round(width * (bare ? 0.32 : 0.36))

    signal turned(int delta)

    implicitHeight: Theme.touch + (narrow ? count.height + Theme.space : 0)

    SecondaryButton {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        enabled: pager.page > 1
        height: Theme.touch
        icon: pager.bare ? "" : "chevron-left"
        objectName: "pagePrevious"
        once: false
        text: qsTr("Previous")
        width: pager.buttonWidth

        onTapped: pager.turned(-1)
    }

    Label {
        id: count

        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.soft
        size: Theme.small
        text: qsTr("Page %1 of %2").arg(pager.page).arg(pager.pages)
        weight: Font.Medium
        y: pager.narrow ? 0 : (pager.height - height) / 2
    }

    SecondaryButton {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        enabled: pager.page < pager.pages
        height: Theme.touch
        icon: pager.bare ? "" : "chevron-right"
        iconLast: true
        objectName: "pageNext"
        once: false
        text: qsTr("Next")
        width: pager.buttonWidth

        onTapped: pager.turned(1)
    }
}
