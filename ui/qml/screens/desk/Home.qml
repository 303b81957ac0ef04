import QtQuick
import "../../components"
import Dispensador

// What there is to do: the shift, what waits for a person, and what was never answered.
DeskPage {
    id: screen

    readonly property bool known: screen.body.error === "" && !screen.view.busy
    readonly property var local: screen.body.local ?? null
    readonly property bool waits: screen.local !== null && screen.local.toHandIn + screen.local.unclear + screen.local.queued > 0
    readonly property bool back: screen.local !== null && screen.local.isBack
    readonly property string entered: screen.local === null ? "" : OfflineTexts.entered(screen.local.entered)

    place: screen.body.place
    subtitle: DeskTexts.role(screen.body.role)
    title: qsTr("Good day, %1").arg(screen.view.who)

    Column {
        id: said

        spacing: Theme.gap
        width: parent.width

        DeskNotice {
            text: screen.back ? "" : DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }

        DeskNotice {
            text: screen.back ? OfflineTexts.back : ""
            textName: "backText"
            tone: "info"
            width: parent.width
        }

        DeskNotice {
            icon: "wifi-off"
            text: screen.entered
            textName: "enteredText"
            tone: "info"
            width: parent.width
        }

        DeskNotice {
            text: screen.entered === "" && screen.body.error !== "" && screen.body.keys.some(key => key.enabled && (key.to === "open" || key.to === "close")) ? qsTr("Without connection a shift can still be opened and closed provisionally: the chamber computes it again afterwards.") : ""
            textName: "offlineText"
            tone: "info"
            width: parent.width
        }

        DeskNotice {
            // With central there again the sentence above says when it is handed in.
            text: screen.back ? "" : RecordTexts.drawer(screen.body.drawer)
            textName: "drawerText"
            tone: "care"
            width: parent.width
        }

        DeskNotice {
            text: RecordTexts.handed(screen.body.told) + OfflineTexts.refused(screen.body.why)
            textName: "handedText"
            tone: screen.body.told === "taken" ? "good" : "care"
            width: parent.width
        }

        DeskNotice {
            text: screen.known && screen.body.reopened !== "" ? qsTr("This shift had been closed and was opened again: %1").arg(screen.body.reopened) : ""
            textName: "reopenedText"
            tone: "care"
            width: parent.width
        }
    }

    Row {
        id: facts

        spacing: Theme.gapWide
        visible: screen.local !== null && !screen.view.busy
        width: parent.width
        y: said.height > 0 ? said.height + Theme.gap : 0

        DeskCard {
            heading: qsTr("Shift, as far as this computer knows")
            height: 250 * Theme.unit
            width: (facts.width - facts.spacing) / 2

            Label {
                objectName: "localShiftText"
                size: Math.round(34 * Theme.unit)
                text: screen.local !== null && screen.local.shiftOpen ? qsTr("Open") : qsTr("None is open")
                weight: Font.Bold
            }

            DeskPair {
                label: qsTr("Since")
                value: screen.local?.openedAt ?? ""
                width: parent.width
            }

            DeskPair {
                label: qsTr("Base")
                value: screen.local?.base ?? ""
                width: parent.width
            }
        }

        DeskCard {
            heading: qsTr("What the chamber has not heard or not answered")
            height: 250 * Theme.unit
            width: (facts.width - facts.spacing) / 2

            DeskPair {
                label: qsTr("Notes of shifts")
                value: String(screen.local?.toHandIn ?? 0)
                valueName: "localNotes"
                width: parent.width
            }

            DeskPair {
                label: qsTr("Payments without answer")
                value: String(screen.local?.unclear ?? 0)
                width: parent.width
            }

            DeskPair {
                label: qsTr("Messages about certificates")
                value: String(screen.local?.queued ?? 0)
                width: parent.width
            }

            DeskLabel {
                color: Theme.soft
                text: screen.waits ? qsTr("Nothing of it is lost. Nobody can decide it without the chamber.") : qsTr("Nothing waits here.")
                width: parent.width
            }
        }
    }

    DeskNotice {
        text: screen.known && screen.body.noSale !== "" ? qsTr("No certificate can be sold here now: %1").arg(Texts.fault(screen.body.noSale)) : ""
        textName: "noSaleText"
        tone: screen.body.noSale === "no_printer" ? "info" : "care"
        width: parent.width
        y: cards.y + cards.height + Theme.gap
    }

    Row {
        id: cards

        spacing: Theme.gapWide
        visible: screen.known
        width: parent.width
        y: said.height > 0 ? said.height + Theme.gap : 0

        DeskCard {
            gap: Theme.gapWide
            heading: qsTr("Shift")
            height: 400 * Theme.unit
            width: (cards.width - cards.spacing * 2) / 3

            Row {
                spacing: Theme.gap

                Icon {
                    colour: screen.body.shiftOpen ? Theme.good : Theme.soft
                    name: screen.body.shiftOpen ? "circle-check" : "clock"
                    size: Theme.icon
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    color: screen.body.shiftOpen ? Theme.good : Theme.ink
                    objectName: "shiftText"
                    size: Math.round(34 * Theme.unit)
                    text: screen.body.shiftOpen ? qsTr("Open") : screen.body.own ? qsTr("Closed") : qsTr("No shift of your own")
                    weight: Font.Bold
                }
            }

            DeskPair {
                label: qsTr("Since")
                value: screen.body.openedAt
                width: parent.width
            }

            DeskPair {
                label: qsTr("Base")
                value: screen.body.base
                width: parent.width
            }

            DeskLabel {
                color: Theme.soft
                text: screen.body.shiftOpen ? qsTr("Close it with F8 when the day ends: count first, compare afterwards.") : !screen.body.own ? qsTr("You work no shift of your own. Those of the cashiers are behind F7.") : qsTr("Without an open shift no money is taken. Open it with F2.")
                width: parent.width
            }
        }

        DeskCard {
            gap: Theme.gapWide
            heading: qsTr("Purchases that wait for a person")
            height: 400 * Theme.unit
            width: (cards.width - cards.spacing * 2) / 3

            Row {
                spacing: Theme.gap

                Icon {
                    colour: screen.body.waiting > 0 ? Theme.care : Theme.good
                    name: screen.body.waiting > 0 ? "triangle-alert" : "circle-check"
                    size: Theme.icon
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    color: screen.body.waiting > 0 ? Theme.care : Theme.good
                    objectName: "waitingText"
                    size: Math.round(34 * Theme.unit)
                    text: screen.body.waiting > 0 ? String(screen.body.waiting) : qsTr("None")
                    weight: Font.Bold
                }
            }

            DeskPair {
                label: qsTr("Oldest")
                value: screen.body.oldest
                width: parent.width
            }

            DeskPair {
                label: qsTr("Money in them")
                value: screen.body.waiting > 0 ? screen.body.waitingMoney : ""
                width: parent.width
            }

            DeskLabel {
                color: Theme.soft
                text: screen.body.waiting > 0 ? qsTr("Look at them with F4: each one has its reason and what may be done.") : qsTr("Nobody's certificate is in doubt.")
                width: parent.width
            }
        }

        DeskCard {
            gap: Theme.gapWide
            heading: qsTr("Movements without answer")
            height: 400 * Theme.unit
            width: (cards.width - cards.spacing * 2) / 3

            Row {
                spacing: Theme.gap

                Icon {
                    colour: screen.body.unclear > 0 ? Theme.bad : Theme.good
                    name: screen.body.unclear > 0 ? "circle-alert" : "circle-check"
                    size: Theme.icon
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    color: screen.body.unclear > 0 ? Theme.bad : Theme.good
                    objectName: "unclearText"
                    size: Math.round(34 * Theme.unit)
                    text: screen.body.unclear > 0 ? String(screen.body.unclear) : qsTr("Not one")
                    weight: Font.Bold
                }
            }

            DeskLabel {
                color: Theme.soft
                text: screen.body.unclear > 0 ? qsTr("They were sent and nobody answered. Ask with F6 before you close the shift.") : qsTr("The chamber has answered everything that was sent from here.")
                width: parent.width
            }
        }
    }
}
