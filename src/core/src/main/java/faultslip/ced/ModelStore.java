package faultslip.ced;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import faultslip.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Trained models on disk, one folder a key: the network, its history, and while it is being trained a checkpoint from
 * which a killed training goes on.
 *
 * @param folder made when needed
 */
public record ModelStore(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final System.Logger LOGGER = System.getLogger(ModelStore.class.getName());
  private static final Map<Path, Object> IN_PROCESS = new ConcurrentHashMap<>();

  /**
   * The model of a key, from the store or trained now. Whoever asks in this process for a key that is being trained
   * waits for it; other processes train it as well, to the same bits.
   *
   * @param architecture of the model
   * @param training trains the model, going on from the checkpoint file given to it if that exists
   * @throws faultslip.FaultslipException if the store cannot be written, or training fails
   */
  public TrainedNetwork get(ModelKey key, NetworkArchitecture architecture,
      Function<Optional<Path>, TrainedNetwork> training) {
    Path model = folder.resolve(key.abbreviated());
    synchronized (IN_PROCESS.computeIfAbsent(model.toAbsolutePath(), path -> new Object())) {
      return stored(model, key, architecture).orElseGet(() -> train(model, key, training));
    }
  }

  /** Whether the store has the model of a key. */
  public boolean has(ModelKey key) {
    return Files.exists(history(folder.resolve(key.abbreviated())));
  }

  /** Where results of a model are kept, beside it: they go with it. */
  public ResultStore results(ModelKey key) {
    return new ResultStore(folder.resolve(key.abbreviated()));
  }

  /** Where results are kept that no stored model stands behind. */
  public ResultStore results() {
    return new ResultStore(folder);
  }

  private TrainedNetwork train(Path model, ModelKey key, Function<Optional<Path>, TrainedNetwork> training) {
    try {
      Files.createDirectories(model);
      if (Files.deleteIfExists(history(model))) {
        LOGGER.log(System.Logger.Level.WARNING, model + " is not what was trained; it is trained anew.");
      }
      Seal networkSeal = new Seal(network(model), key);
      Seal historySeal = new Seal(history(model), key);
      Path checkpoint = model.resolve("checkpoint.zip");
      TrainedNetwork trained = training.apply(Optional.of(checkpoint));
      networkSeal.lift();
      historySeal.lift();
      trained.network().save(network(model));
      networkSeal.set();
      AtomicFile.write(model.resolve("key.txt"), key.toString());
      // The history comes last: where it is, the model is whole.
      AtomicFile.write(history(model), stream -> stream.write(JSON.writeValueAsBytes(trained.history())));
      historySeal.set();
      Files.deleteIfExists(checkpoint);
      return trained;
    } catch (IOException e) {
      throw new CedException("Cannot use the model folder " + model + ": " + e.getMessage()
          + "; choose another folder for the models.", e);
    }
  }

  private static Optional<TrainedNetwork> stored(Path model, ModelKey key, NetworkArchitecture architecture) {
    if (!Files.exists(history(model))) {
      return Optional.empty();
    }
    Seal networkSeal = new Seal(network(model), key);
    Seal historySeal = new Seal(history(model), key);
    try {
      if (!networkSeal.holds() || !historySeal.holds()) {
        return Optional.empty();
      }
      TrainingHistory history = JSON.readValue(history(model).toFile(), TrainingHistory.class);
      if (history == null) {
        throw new CedException("Cannot read " + history(model) + ": it is 'null'; delete it to train anew.");
      }
      historySeal.setIfMissing();
      return Optional.of(new TrainedNetwork(() -> load(networkSeal, architecture), history));
    } catch (IOException e) {
      // Jackson's full message goes on over a second line.
      String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      throw new CedException("Cannot read " + history(model) + ": " + reason + "; delete it to train anew.", e);
    }
  }

  private static Ced load(Seal seal, NetworkArchitecture architecture) {
    try {
      if (!seal.holds()) {
        throw new CedException(seal.file() + " has changed since; run again to train it anew.");
      }
      Ced network = Ced.load(seal.file(), architecture);
      seal.setIfMissing();
      return network;
    } catch (IOException e) {
      throw new CedException("Cannot read " + seal.file() + ": " + e.getMessage() + "; give a file you may read.", e);
    }
  }

  private static Path network(Path model) {
    return model.resolve("network.zip");
  }

  private static Path history(Path model) {
    return model.resolve("history.json");
  }
}
