import NIOCore
import NIOHTTPTypes

/// Lets nobody hold a connection by sending slowly: from its head on, a request has so long to arrive whole, and as long
/// as `idle` may pass without one. A proxy in front takes in what comes slowly from afar.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let whole: TimeAmount
    private let idle: TimeAmount
    private var end: Scheduled<Void>?
    /// Requests that arrived whole and are not answered yet.
    private var underway = 0
    private var isArriving = false

    init(whole: TimeAmount, idle: TimeAmount) {
        self.whole = whole
        self.idle = idle
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { close(context.channel, in: idle) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { end?.cancel() }

    func channelActive(context: ChannelHandlerContext) {
        close(context.channel, in: idle)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isArriving = true
            close(context.channel, in: whole)
        case .body: break
        case .end:
            isArriving = false
            end?.cancel()
            underway += 1
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            underway -= 1
            // Another may have come meanwhile, and be on its way or under way.
            if underway == 0, !isArriving { close(context.channel, in: idle) }
        }
        context.write(data, promise: promise)
    }

    private func close(_ channel: any Channel, in time: TimeAmount) {
        end?.cancel()
        end = channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
