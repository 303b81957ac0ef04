pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 7: whose certificate; the own registrations first, any other by search.
Page {
    id: screen

    readonly property bool own: screen.body.source === "own"

    panelWidth: screen.body.searching ? Theme.keyboardPanelWidth : Theme.panelWidth
    subtitle: screen.body.items.length === 0 && !screen.body.searching ? "" : screen.body.searching ? qsTr("Write the registration number, the NIT or part of the name.") : screen.own ? qsTr("These are the registrations in your name.") : qsTr("%n result(s) for “%1”", "", screen.body.total).arg(screen.body.query)
    title: screen.body.searching ? qsTr("Look for a registration") : qsTr("Who is the certificate about?")

    panel: [
        Keyboard {
            enabled: !screen.body.loading
            shiftable: false
            visible: screen.body.searching
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        Row {
            spacing: Theme.gap
            visible: screen.body.searching
            width: parent ? parent.width : 0

            SecondaryButton {
                id: close

                height: Math.max(implicitHeight, Theme.primaryHeight)
                icon: "x"
                objectName: "searchClose"
                text: qsTr("See mine")
                width: Math.round(parent.width * 0.36)

                onTapped: screen.intent("close_search", {})
            }

            PrimaryButton {
                height: close.height
                enabled: screen.body.query.trim() !== "" && !screen.body.loading
                icon: "search"
                objectName: "searchGo"
                text: screen.body.loading ? qsTr("Searching …") : qsTr("Search")
                waiting: screen.body.loading
                width: parent.width - close.width - parent.spacing

                onTapped: screen.intent("search", {})
            }
        },
        HintRow {
            colour: Theme.accent
            icon: "file-text"
            text: qsTr("You have %n certificate(s) in your order.", "", screen.body.cartCount)
            visible: !Theme.reach && !screen.body.searching && screen.body.cartCount > 0
            width: parent ? parent.width : 0
        },
        Pager {
            page: screen.body.page
            pages: screen.body.pages
            visible: !screen.body.searching && screen.body.pages > 1
            width: parent ? parent.width : 0

            onTurned: delta => screen.intent("page", {
                    "delta": delta
                })
        },
        SecondaryButton {
            icon: "search"
            objectName: "searchButton"
            text: screen.own ? qsTr("Look for another one") : qsTr("Search again")
            visible: !screen.body.searching
            width: parent ? parent.width : 0

            onTapped: screen.intent("open_search", {})
        }
    ]

    Column {
        spacing: Theme.gapWide
        visible: screen.body.searching
        width: parent.width

        TypedField {
            hint: qsTr("For example: Café de la Loma")
            text: screen.body.query
            width: parent.width
            wrong: screen.body.error !== ""
        }

        Notice {
            text: Texts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            visible: screen.body.error !== ""
            width: parent.width
        }
    }

    WaitingNote {
        anchors.centerIn: parent
        text: qsTr("Asking the chamber …")
        visible: screen.body.loading && !screen.body.searching
        width: parent.width
    }

    HintRow {
        colour: Theme.accent
        icon: "file-text"
        text: qsTr("You have %n certificate(s) in your order.", "", screen.body.cartCount)
        visible: Theme.reach && results.visible && !problem.visible && screen.body.cartCount > 0
        width: parent.width
    }

    Notice {
        id: problem

        text: Texts.error(screen.body.error)
        textName: "errorText"
        tone: "bad"
        visible: results.visible && screen.body.error !== ""
        width: parent.width
    }

    Column {
        id: results

        spacing: Theme.gap
        visible: !screen.body.searching && !screen.body.loading
        width: parent.width
        y: Math.max(problem.visible ? problem.height + Theme.gap : 0, screen.reachTop)

        Repeater {
            model: RowModel {
                rows: screen.body.items
            }

            RegistrationTile {
                height: Math.max(words, Math.min(implicitHeight, (screen.contentHeight - results.y + results.spacing) / screen.body.items.length - results.spacing))
                objectName: "registration_" + number
                width: parent ? parent.width : 0

                onTapped: screen.intent("select_registration", {
                    "number": number
                })
            }
        }
    }

    EmptyNote {
        anchors.centerIn: parent
        icon: "search"
        text: screen.own ? qsTr("There are no registrations in your name. Look for one by its name or number.") : qsTr("Nothing was found. Check what you typed.")
        visible: results.visible && screen.body.items.length === 0 && screen.body.error === ""
        width: parent.width
    }
}
