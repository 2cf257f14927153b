package faultslip.kernel;

import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.zeromq.ZMQ;

/** Cells that were sent while another ran. After an error "run all" is meant to stop, so they are not evaluated. */
final class QueuedRequests {
  private final JupyterConnection connection;

  QueuedRequests(JupyterConnection connection) {
    this.connection = connection;
  }

  /** Answers all that wait: cells as aborted, everything else as ever. Called on the thread of the shell channel. */
  void abort(JupyterSocket shell) {
    while ((shell.getEvents() & ZMQ.Poller.POLLIN) != 0) {
      Message<?> message = shell.readMessage();
      ShellReplyEnvironment reply = connection.prepareReplyEnv((ShellChannel) shell, message);
      if (MessageType.EXECUTE_REQUEST.equals(message.getHeader().getType())) {
        reply.setStatusBusy();
        reply.reply(NotebookKernel.message(reply, MessageType.EXECUTE_REPLY, Map.of("status", "aborted")));
        reply.setStatusIdle();
      } else {
        handle(reply, message);
      }
    }
  }

  private <T> void handle(ShellReplyEnvironment reply, Message<T> message) {
    ShellHandler<T> handler = connection.getHandler(message.getHeader().getType());
    if (handler != null) {
      handler.handle(reply, message);
      reply.resolveDeferrals();
    }
  }
}
