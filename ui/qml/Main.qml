import QtQuick
import QtQuick.Window
import Dispensador
import "components"

// The window: one screen at a time, made by its name in the view; the time-out above it; a guard for when all fails.
Window {
    id: window

    required property var bridge
    readonly property var view: bridge.view
    property bool broken: false
    property bool reduceMotion: false
    property int settleMs: 400
    property string screenName: ""
    property string stage: ""
    property int slowSlides: 0
    // False for a moment after every change of screen: a finger that is still tapping must not choose on the next one.
    readonly property bool settled: !settling.running && !slide.running && loader.status === Loader.Ready

    signal failed(string reason)

    function send(name: string, args: var): void {
        if (!window.broken)
            window.bridge.intent(name, args);
    }

    function show(): void {
        const next = window.view;
        const stage = next.body.stage ?? "";
        const screen = loader.item as VisitScreen;
        const turned = next.screen !== window.screenName || stage !== window.stage;
        const fresh = next.screen !== window.screenName || screen === null;
        window.screenName = next.screen;
        window.stage = stage;
        if (fresh)
            loader.setSource("screens/" + next.screen + ".qml", {
                "view": next
            });
        else
            screen.view = next;
        if (turned) {
            settling.restart();
            slide.restart();
        }
    }

    color: Theme.canvas
    height: 1920
    title: "Dispensador"
    width: 1080

    Component.onCompleted: show()
    onViewChanged: show()

    Binding {
        property: "windowWidth"
        target: Theme
        value: window.width
    }

    Binding {
        property: "windowHeight"
        target: Theme
        value: window.height
    }

    Binding {
        property: "name"
        target: Theme
        value: window.view.theme
    }

    Binding {
        property: "textScale"
        target: Theme
        value: window.view.textScale
    }

    Binding {
        property: "lowReach"
        target: Theme
        value: window.view.lowReach
    }

    Binding {
        property: "brandColours"
        target: Theme
        value: window.view.brand
    }

    Binding {
        property: "motion"
        target: Theme
        value: !window.reduceMotion && !window.view.still && window.slowSlides < 3
    }

    Loader {
        id: loader

        height: window.contentItem.height
        width: window.contentItem.width

        onStatusChanged: {
            if (status === Loader.Error) {
                window.broken = true;
                window.failed("screen " + window.screenName);
            }
        }

        Connections {
            function onIntent(name: string, args: var): void {
                window.send(name, args);
            }

            ignoreUnknownSignals: true
            target: loader.item
        }
    }

    ParallelAnimation {
        id: slide

        property int frames: 0

        onFinished: {
            // Under 40 frames a second the slide disturbs more than it helps; a plain change is calmer.
            if (Theme.slideMs > 0 && frames < Theme.slideMs / 25)
                window.slowSlides++;
            else
                window.slowSlides = Math.min(window.slowSlides, 2);
        }
        onStarted: frames = 0

        NumberAnimation {
            duration: Theme.slideMs
            easing.type: Easing.OutCubic
            from: Theme.slideMs > 0 ? window.width * 0.08 : 0
            property: "x"
            target: loader
            to: 0
        }

        NumberAnimation {
            duration: Theme.slideMs
            from: Theme.slideMs > 0 ? 0.2 : 1
            property: "opacity"
            target: loader
            to: 1
        }
    }

    FrameAnimation {
        running: slide.running

        onTriggered: slide.frames++
    }

    Timer {
        id: settling

        interval: window.settleMs
    }

    MouseArea {
        anchors.fill: parent
        enabled: !window.settled || window.view.busy
        visible: enabled
    }

    CornerTouches {
        anchors.fill: parent
        enabled: ["Attract", "Unavailable", "Closed"].includes(window.screenName)

        onTouched: corner => window.send("corner", {
                "at": corner
            })
    }

    TimeoutOverlay {
        anchors.fill: parent
        objectName: "timeoutOverlay"
        seconds: window.view.countdownS
        signedIn: (window.view.session ?? window.view.who) !== ""
        visible: window.view.countdownS > 0

        onMoreTime: window.send("more_time", {})
    }

    OutOfService {
        anchors.fill: parent
        objectName: "outOfService"
        visible: window.broken
    }
}
