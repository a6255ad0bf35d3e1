// One resource through the official stubs, call by call as the engine would make them.
import { messages } from './plugin.mjs';
import { plain, struct } from './values.mjs';

const seed = new Uint8Array(32).fill(7);

// A property whose value must not be printed beside it leads the reason instead.
const placeOf = (failure) => failure.getProperty() || failure.getReason().replace(/: PT\d{4}:.*$/s, '');

export class Resource {
  constructor(plugin, type, name) {
    this.plugin = plugin;
    this.type = `partnertrust:index:${type}`;
    this.name = name;
    this.urn = `urn:pulumi:interop::stubs::${this.type}::${name}`;
  }

  async check(news, olds = {}) {
    const request = this.#about(new messages.CheckRequest());
    request.setOlds(struct(olds));
    request.setNews(struct(news));
    request.setRandomseed(seed);
    const response = await this.plugin.call('check', request);
    return {
      inputs: plain(response.getInputs()),
      failures: response.getFailuresList().map((failure) => ({ place: placeOf(failure), reason: failure.getReason() })),
    };
  }

  async create(inputs, preview = false) {
    const request = this.#about(new messages.CreateRequest());
    request.setProperties(struct(inputs));
    request.setPreview(preview);
    const response = await this.plugin.call('create', request);
    return { id: response.getId(), outputs: plain(response.getProperties()), refreshBeforeUpdate: response.getRefreshBeforeUpdate() };
  }

  async read(id, inputs, outputs) {
    const request = this.#about(new messages.ReadRequest());
    request.setId(id);
    if (inputs) request.setInputs(struct(inputs));
    if (outputs) request.setProperties(struct(outputs));
    const response = await this.plugin.call('read', request);
    return { id: response.getId(), inputs: plain(response.getInputs()), outputs: plain(response.getProperties()) };
  }

  async diff(id, oldInputs, oldOutputs, news) {
    const request = this.#about(new messages.DiffRequest());
    request.setId(id);
    request.setOlds(struct(oldOutputs));
    request.setOldInputs(struct(oldInputs));
    request.setNews(struct(news));
    const response = await this.plugin.call('diff', request);
    return {
      changes: response.getChanges(),
      replaces: response.getReplacesList(),
      diffs: response.getDiffsList(),
      hasDetailedDiff: response.getHasdetaileddiff(),
      paths: response.getDetaileddiffMap().toArray().map(([path, change]) => [path, change[0] ?? 0]),
    };
  }

  async update(id, oldInputs, oldOutputs, news, preview = false) {
    const request = this.#about(new messages.UpdateRequest());
    request.setId(id);
    request.setOlds(struct(oldOutputs));
    request.setOldInputs(struct(oldInputs));
    request.setNews(struct(news));
    request.setPreview(preview);
    return plain((await this.plugin.call('update', request)).getProperties());
  }

  async delete(id, inputs, outputs) {
    const request = this.#about(new messages.DeleteRequest());
    request.setId(id);
    request.setOldInputs(struct(inputs));
    request.setProperties(struct(outputs));
    await this.plugin.call('delete', request);
  }

  // Check and create, for what a test needs to stand before it begins.
  async make(news) {
    const { inputs } = await this.check(news);
    return { inputs, ...(await this.create(inputs)) };
  }

  #about(request) {
    request.setUrn(this.urn);
    request.setName(this.name);
    request.setType(this.type);
    return request;
  }
}
