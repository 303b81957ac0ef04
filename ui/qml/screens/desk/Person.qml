import QtQuick
import "../../components"
import Dispensador

// A customer: how they are reached, which keys they have, and what may be done about both.
DeskPage {
    id: screen

    primary: qsTr("To the account")
    subtitle: screen.body.holder === "" ? "" : screen.body.document
    title: screen.body.holder === "" ? screen.body.document : screen.body.holder

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide

        Column {
            id: left

            spacing: Theme.gap
            width: (parent.width - parent.spacing) / 2

            DeskCard {
                heading: qsTr("How the customer is reached (only enough to tell it apart)")
                visible: screen.body.known
                width: parent.width

                DeskPair {
                    label: qsTr("Mail")
                    value: screen.body.email === "" ? qsTr("None") : screen.body.email
                    valueName: "emailText"
                    width: parent.width
                }

                DeskPair {
                    ink: screen.body.confirmed ? Theme.good : Theme.care
                    label: qsTr("Address")
                    value: screen.body.email === "" ? "" : screen.body.confirmed ? qsTr("Confirmed by a code") : qsTr("Not confirmed yet")
                    valueName: "confirmedText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Mobile")
                    value: screen.body.mobile
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Telephone")
                    value: screen.body.landline
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Lives or works at")
                    value: screen.body.address
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Municipality")
                    value: screen.body.municipality
                    width: parent.width
                }
            }
        }

        Column {
            spacing: Theme.gap
            width: left.width

            DeskNotice {
                text: PeopleTexts.done(screen.body.told, screen.body.to)
                textName: "toldText"
                tone: screen.body.told === "registered-before" ? "care" : "good"
                width: parent.width
            }

            DeskNotice {
                text: PeopleTexts.error(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }

            DeskCard {
                heading: qsTr("Keys (nobody here ever sees one)")
                visible: screen.body.known
                width: parent.width

                DeskPair {
                    ink: screen.body.hasPrepaidKey ? Theme.good : Theme.care
                    label: qsTr("Prepaid key, for buying")
                    value: screen.body.hasPrepaidKey ? qsTr("It has been set") : qsTr("Not set yet")
                    valueName: "prepaidText"
                    width: parent.width
                }

                DeskPair {
                    ink: screen.body.hasSecureKey ? Theme.good : Theme.care
                    label: qsTr("Secure key, for signing in")
                    value: !screen.body.signsIn ? qsTr("A company has none") : screen.body.hasSecureKey ? qsTr("It has been set") : qsTr("Not set yet")
                    valueName: "secureText"
                    width: parent.width
                }
            }

            DeskNotice {
                icon: "mail"
                text: !screen.body.known ? "" : !screen.body.mail ? qsTr("The chamber has no mail server: no code can be sent.") : screen.body.email === "" ? qsTr("Without a mail address no code can be sent. The prepaid key is set with the document at hand.") : ""
                width: parent.width
            }
        }
    }
}
